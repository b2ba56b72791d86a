// SPDX-License-Identifier: Apache-2.0
/**
 * Uploads while everything goes wrong that can: services that fail in every way at every moment, sources that lie,
 * processes that are killed. Each case ends in a complete video with the right SHA-256 or in a clear failure.
 */
package io.github.camelapivideo.reliability;
