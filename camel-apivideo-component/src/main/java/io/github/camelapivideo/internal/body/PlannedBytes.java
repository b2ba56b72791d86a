// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.internal.plan.PartFingerprint;
import io.github.camelapivideo.internal.source.FilePartSource;
import io.github.camelapivideo.internal.source.MemoryPartSource;
import io.github.camelapivideo.internal.source.RangedSource;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.WrappedFile;

/** The bytes of planned parts, if the body has all of them and can be read at any place. */
public final class PlannedBytes {

    private PlannedBytes() {}

    /** Returns the parts with the fingerprints of their bytes; unchanged if the body does not have the bytes. */
    public static List<PlannedPart> identify(List<PlannedPart> parts, Object body) throws IOException {
        PlannedPart last = parts.get(parts.size() - 1);
        long length = last.from() + last.length();
        try (RangedSource bytes = open(body)) {
            return bytes == null || bytes.length().orElseThrow() != length ? parts : identify(parts, bytes, length);
        }
    }

    private static List<PlannedPart> identify(List<PlannedPart> parts, RangedSource bytes, long length)
            throws IOException {
        List<PlannedPart> identified = new ArrayList<>(parts.size());
        for (PlannedPart part : parts) {
            RangedSource range = bytes.range(part.from(), part.length());
            identified.add(part.withFingerprint(
                    PartFingerprint.of(range, length, () -> {}).toString()));
        }
        return List.copyOf(identified);
    }

    private static RangedSource file(Path path) throws IOException {
        try {
            return FilePartSource.open(path);
        } catch (UnsupportedOperationException e) {
            // Some file systems do not read from any place.
            return null;
        }
    }

    /** Returns null if the body cannot be read at any place. */
    private static RangedSource open(Object body) throws IOException {
        if (body instanceof WrappedFile<?> wrapped) {
            return open(wrapped.getFile() instanceof File file ? file : wrapped.getBody());
        }
        if (body instanceof File file) {
            return open(file.toPath());
        }
        if (body instanceof Path path) {
            return Files.isRegularFile(path) ? file(path) : null;
        }
        if (body instanceof byte[] bytes) {
            return new MemoryPartSource(ByteBuffer.wrap(bytes));
        }
        return body instanceof ByteBuffer bytes ? new MemoryPartSource(bytes) : null;
    }
}
