// SPDX-License-Identifier: Apache-2.0
/** What the demos of the examples have in common, beside the videos in {@code /videos}. */
package io.github.camelapivideo.example.clips;
