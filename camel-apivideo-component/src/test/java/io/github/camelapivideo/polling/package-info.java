// SPDX-License-Identifier: Apache-2.0
/** What holds for {@code from("apivideo:videos")}: polls of the simulator over HTTP while its videos change. */
package io.github.camelapivideo.polling;
