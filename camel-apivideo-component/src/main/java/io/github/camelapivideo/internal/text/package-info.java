// SPDX-License-Identifier: Apache-2.0
/**
 * Texts that need care: secrets, and foreign text on its way into a message.
 *
 * <p>Imports nothing of the product.
 */
package io.github.camelapivideo.internal.text;
