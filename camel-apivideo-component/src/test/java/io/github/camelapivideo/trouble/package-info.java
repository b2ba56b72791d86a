// SPDX-License-Identifier: Apache-2.0
/** The page for those in trouble names each warning and each exception text. */
package io.github.camelapivideo.trouble;
