// SPDX-License-Identifier: Apache-2.0
/**
 * What accompanies a video: captions, chapters and watermark images, as the service describes them.
 *
 * <p>Imports {@code api}.
 */
package io.github.camelapivideo.api.asset;
