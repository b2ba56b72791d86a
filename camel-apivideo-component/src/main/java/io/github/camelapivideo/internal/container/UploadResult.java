// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.Video;

/**
 * A complete upload.
 *
 * @param video as the service described it last
 * @param bytes how many the video has; -1 if an earlier upload completed it, and nobody knows
 * @param parts in how many parts they were sent, by this upload and earlier ones
 */
public record UploadResult(Video video, long bytes, int parts) {}
