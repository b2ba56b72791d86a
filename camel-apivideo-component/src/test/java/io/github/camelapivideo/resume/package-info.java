// SPDX-License-Identifier: Apache-2.0
/** An upload key continues the right upload and never mixes two videos. */
package io.github.camelapivideo.resume;
