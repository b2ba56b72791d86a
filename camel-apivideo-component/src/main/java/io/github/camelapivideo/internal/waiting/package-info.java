// SPDX-License-Identifier: Apache-2.0
/**
 * Waiting until a video has arrived, can be played or is encoded.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.waiting.VideoWaits}. May import {@code container}, {@code
 * call}, {@code thread}, {@code text} and {@code api}.
 */
package io.github.camelapivideo.internal.waiting;
