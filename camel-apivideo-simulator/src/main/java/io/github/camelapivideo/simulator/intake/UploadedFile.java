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
 * A file of a form, stored on the disk. Closing the form deletes it unless it was moved.
 *
 * @param fieldName the name of the form's field
 * @param size the size in bytes
 * @param kept true if {@link #moveTo} copies the file and leaves it in place
 */
public record UploadedFile(String fieldName, String fileName, long size, MultiPart.Part part, boolean kept) {

    public UploadedFile(String fieldName, String fileName, long size, MultiPart.Part part) {
        this(fieldName, fileName, size, part, false);
    }

    static UploadedFile of(MultiPart.Part part) {
        return new UploadedFile(part.getName(), part.getFileName(), part.getLength(), part);
    }

    /** The same file, which {@link #moveTo} copies. */
    UploadedFile keeping() {
        return new UploadedFile(fieldName, fileName, size, part, true);
    }

    /** The content of a small file. */
    public byte[] bytes() {
        try (InputStream content = content()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InputStream content() {
        return Content.Source.asInputStream(part.newContentSource(null, 0, -1));
    }

    /** Moves the file, or copies it if it is kept. Returns its new place. */
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
        try (InputStream content = content()) {
            Files.copy(content, place);
        }
    }
}
