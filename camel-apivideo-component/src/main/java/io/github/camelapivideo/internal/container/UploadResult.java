// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.Video;

/**
 * The result of a complete upload. Immutable.
 *
 * @param video the video in the service's last answer
 * @param bytes the length of the video in bytes; -1 if an earlier upload completed it and its length is unknown
 * @param parts the number of parts of the video, sent by this upload and by earlier ones
 */
public record UploadResult(Video video, long bytes, int parts) {}
