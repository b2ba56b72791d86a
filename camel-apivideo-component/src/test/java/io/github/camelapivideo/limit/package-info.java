// SPDX-License-Identifier: Apache-2.0
/** Rate limits, memory, disk and threads stay within their bounds. */
package io.github.camelapivideo.limit;
