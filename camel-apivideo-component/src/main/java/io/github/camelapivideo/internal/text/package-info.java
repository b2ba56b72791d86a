// SPDX-License-Identifier: Apache-2.0
/**
 * Secrets, and foreign text that is put into logs and messages.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.text.LogSafe}. Imports nothing of the product.
 */
package io.github.camelapivideo.internal.text;
