// SPDX-License-Identifier: Apache-2.0
/**
 * Small files beside a video: which formats and lengths they may have, and how they are sent.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.asset.AssetKind}. May import {@code internal.call}, {@code
 * internal.part}, {@code internal.source}, {@code internal.option}, {@code internal.text} and {@code api}.
 */
package io.github.camelapivideo.internal.asset;
