// SPDX-License-Identifier: Apache-2.0
/**
 * The memory of the events that were processed, and the claims on those that are being processed, in this process and
 * on other nodes. Start reading at {@link io.github.camelapivideo.internal.claim.Claims}. Imports the room text, and
 * Camel.
 */
package io.github.camelapivideo.internal.claim;
