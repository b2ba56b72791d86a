// SPDX-License-Identifier: Apache-2.0
/**
 * The sources of an upload: files, memory and streams, read part by part.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.source.PartSource}. May import {@code internal.part} and {@code
 * internal.call}.
 */
package io.github.camelapivideo.internal.source;
