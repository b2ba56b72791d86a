// SPDX-License-Identifier: Apache-2.0
/**
 * What belongs to a video besides its source: captions, chapters, the thumbnail; and the watermarks of the account.
 * Start with {@link io.github.camelapivideo.simulator.asset.TrackHandlers}.
 *
 * <p>May import {@code answer} and what it imports, and {@code api}.
 */
package io.github.camelapivideo.simulator.asset;
