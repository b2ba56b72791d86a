// SPDX-License-Identifier: Apache-2.0
/**
 * Polls the lists of videos, and finds each video that a route has not had. Start reading at {@link
 * io.github.camelapivideo.internal.polling.VideoPolls}; {@link io.github.camelapivideo.internal.polling.Tail} decides
 * purely which videos are new.
 */
package io.github.camelapivideo.internal.polling;
