// SPDX-License-Identifier: Apache-2.0
/** Options and headers mean what the documents say, and wrong ones are refused before any request. */
package io.github.camelapivideo.option;
