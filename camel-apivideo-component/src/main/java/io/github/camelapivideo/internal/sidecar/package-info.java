// SPDX-License-Identifier: Apache-2.0
/**
 * The small files that headers give to an upload: opened and checked before it, sent after it.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.sidecar.Sidecars}. May import {@code internal.input}, {@code
 * internal.request} and what they may import, and Camel.
 */
package io.github.camelapivideo.internal.sidecar;
