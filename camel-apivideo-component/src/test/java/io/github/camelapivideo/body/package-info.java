// SPDX-License-Identifier: Apache-2.0
/** Every kind of body arrives whole, under the right name, or is refused with the reason. */
package io.github.camelapivideo.body;
