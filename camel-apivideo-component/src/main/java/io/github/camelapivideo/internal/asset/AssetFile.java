// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.asset;

import io.github.camelapivideo.internal.source.PartSource;
import java.time.Duration;

/**
 * A small file that is to be sent.
 *
 * @param uploadId names it in logs
 * @param source is closed by the engine
 * @param sourceTimeout the longest time in which the source may deliver nothing; zero for no limit
 */
public record AssetFile(
        String uploadId, AssetKind kind, AssetOrigin origin, PartSource source, Duration sourceTimeout) {}
