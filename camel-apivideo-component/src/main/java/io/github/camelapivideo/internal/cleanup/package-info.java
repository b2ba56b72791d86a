// SPDX-License-Identifier: Apache-2.0
/**
 * The clean-up of containers that uploads have left: {@link io.github.camelapivideo.internal.cleanup.Abandonment} decides,
 * {@link io.github.camelapivideo.internal.cleanup.CleanUp} reads and deletes.
 *
 * <p>Imports {@code internal.list}, {@code internal.container}, {@code internal.call}, {@code internal.thread},
 * {@code internal.text} and {@code api}.
 */
package io.github.camelapivideo.internal.cleanup;
