// SPDX-License-Identifier: Apache-2.0
/**
 * One upload: parts of one source into one container.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.upload.UploadSession}; what one upload remembers is in {@link
 * io.github.camelapivideo.internal.upload.UploadState}. May import {@code internal.container}, {@code internal.plan}, {@code
 * internal.source}, {@code internal.part}, {@code internal.call} and {@code api}.
 */
package io.github.camelapivideo.internal.upload;
