// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;

/**
 * A file that came with a form and lies on the disk. It goes with the form, unless somebody takes it.
 *
 * @param fieldName the field of the form
 * @param size in bytes
 * @param kept whether whoever takes it gets a copy
 */
public record UploadedFile(String fieldName, String fileName, long size, MultiPart.Part part, boolean kept) {

    public UploadedFile(String fieldName, String fileName, long size, MultiPart.Part part) {
        this(fieldName, fileName, size, part, false);
    }

    static UploadedFile of(MultiPart.Part part) {
        return new UploadedFile(part.getName(), part.getFileName(), part.getLength(), part);
    }

    /** The same file, which stays where it is. */
    UploadedFile keeping() {
        return new UploadedFile(fieldName, fileName, size, part, true);
    }

    /** Takes the file; unless it is kept, it is moved, not copied. */
    Path moveTo(Path place) {
        try {
            if (kept) {
                copyTo(place);
            } else {
                part.writeTo(place);
            }
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void copyTo(Path place) throws IOException {
        try (InputStream content = Content.Source.asInputStream(part.newContentSource(null, 0, -1))) {
            Files.copy(content, place);
        }
    }
}
