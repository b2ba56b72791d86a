// SPDX-License-Identifier: Apache-2.0
/**
 * Parts whose bytes can be sent again: in memory, on disk, or in the file itself.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.part.Part}; {@link
 * io.github.camelapivideo.internal.part.PartBuffers} bounds the memory. Imports
 * nothing of the product.
 */
package io.github.camelapivideo.internal.part;
