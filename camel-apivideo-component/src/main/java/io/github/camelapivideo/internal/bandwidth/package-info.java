// SPDX-License-Identifier: Apache-2.0
/**
 * Limits of the rate at which uploads send their bytes together, shared fairly between the uploads.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.bandwidth.Bandwidth}. May import {@code internal.part} and {@code
 * internal.thread}.
 */
package io.github.camelapivideo.internal.bandwidth;
