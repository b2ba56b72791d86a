// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;

/**
 * A complete upload.
 *
 * @param video as the service described it last
 * @param bytes how many were sent
 * @param parts how many they were
 */
public record UploadResult(Video video, long bytes, int parts) {}
