// SPDX-License-Identifier: Apache-2.0
/** What holds for {@code from("apivideo:events")}: real signed deliveries to a real HTTP server. */
package io.github.camelapivideo.event;
