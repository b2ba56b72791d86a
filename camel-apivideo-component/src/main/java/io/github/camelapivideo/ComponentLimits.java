// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.bandwidth.Bandwidth;
import io.github.camelapivideo.internal.option.ByteRate;
import io.github.camelapivideo.internal.option.ByteSize;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the options about what uploads may use together. Each method refuses a value that cannot be used. */
final class ComponentLimits {

    private ComponentLimits() {}

    /** Returns the folder for parts that find no memory; null if they wait. */
    static Path spillPath(String spillDirectory) {
        if (spillDirectory == null || spillDirectory.isBlank()) {
            return null;
        }
        Path path = Path.of(spillDirectory);
        if (!Files.isDirectory(path) || !Files.isWritable(path)) {
            throw new IllegalArgumentException(
                    "spillDirectory=" + spillDirectory + ": allowed is a folder that exists and may be written to");
        }
        return path;
    }

    static int mostUploads(int maxConcurrentUploads) {
        if (maxConcurrentUploads < 1) {
            throw new IllegalArgumentException(
                    "maxConcurrentUploads=" + maxConcurrentUploads + ": allowed is 1 or more");
        }
        return maxConcurrentUploads;
    }

    /** Returns the memory for streams in bytes. */
    static long bufferBytes(String bufferMemory) {
        long bytes = ByteSize.parse("bufferMemory", bufferMemory);
        return bytes != ByteSize.AUTO ? bytes : Runtime.getRuntime().maxMemory() / 4;
    }

    /** Returns a new limit of the bytes a second; null for no limit. */
    static Bandwidth bandwidth(String bandwidthLimit) {
        long bytesPerSecond = ByteRate.parse("bandwidthLimit", bandwidthLimit);
        return bytesPerSecond == ByteRate.UNLIMITED ? null : new Bandwidth(bytesPerSecond, System::nanoTime);
    }
}
