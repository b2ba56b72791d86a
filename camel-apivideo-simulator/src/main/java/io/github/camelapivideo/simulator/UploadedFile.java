// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.jetty.http.MultiPart;

/**
 * A file that came with a form and lies on the disk. It goes with the form, unless somebody takes it.
 *
 * @param fieldName the field of the form
 * @param size in bytes
 */
record UploadedFile(String fieldName, String fileName, long size, MultiPart.Part part) {

    static UploadedFile of(MultiPart.Part part) {
        return new UploadedFile(part.getName(), part.getFileName(), part.getLength(), part);
    }

    /** Takes the file; it is moved, not copied. */
    Path moveTo(Path place) {
        try {
            part.writeTo(place);
            return place;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
