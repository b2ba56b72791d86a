// SPDX-License-Identifier: Apache-2.0
/**
 * The container of an upload: creation, resume, check and clean-up; and the requests about videos.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.container.Container} and
 * {@link io.github.camelapivideo.internal.container.VideoRequests}. May import {@code internal.plan},
 * {@code internal.part}, {@code internal.call}, {@code internal.thread}, {@code internal.text} and {@code api}.
 */
package io.github.camelapivideo.internal.container;
