// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;

/**
 * A {@code multipart/form-data} body. Every field is streamed to the disk: the memory needed does not depend on the
 * size of a file. Closing the form deletes the files that were not moved.
 */
public final class Form implements Closeable {

    private static final String FILE = "file";

    private final Closeable onDisk;
    private final List<MultiPart.Part> fields;
    private final List<UploadedFile> files;
    private final boolean wellFormed;
    private final boolean anyField;

    private Form(
            Closeable onDisk,
            List<MultiPart.Part> fields,
            List<UploadedFile> files,
            boolean wellFormed,
            boolean anyField) {
        this.onDisk = onDisk;
        this.fields = fields;
        this.files = files;
        this.wellFormed = wellFormed;
        this.anyField = anyField;
    }

    // Browsers send an empty name where no file was chosen.
    private static boolean isFile(MultiPart.Part field) {
        return field.getFileName() != null && !field.getFileName().isEmpty();
    }

    /** An empty form, for a request without one. */
    public static Form none() {
        return new Form(() -> {}, List.of(), List.of(), true, false);
    }

    private static Form malformed() {
        return new Form(() -> {}, List.of(), List.of(), false, false);
    }

    private static Form of(MultiPartFormData.Parts parts, boolean anyField) {
        List<MultiPart.Part> fields =
                StreamSupport.stream(parts.spliterator(), false).toList();
        List<UploadedFile> files =
                fields.stream().filter(Form::isFile).map(UploadedFile::of).toList();
        return new Form(parts, fields, files, true, anyField);
    }

    /** The same form, whose files are copied, not moved. It need not be closed. */
    Form keepingFiles() {
        return new Form(
                () -> {}, fields, files.stream().map(UploadedFile::keeping).toList(), wellFormed, anyField);
    }

    /**
     * Reads the body to its end, even if it is not a form.
     *
     * @param folder the folder for the files
     * @param anyField true if the field of the file may have any name
     * @throws IOException if the body breaks off; then there are no files
     */
    public static Form read(Request request, Path folder, boolean anyField) throws IOException {
        String boundary = boundary(request);
        if (boundary == null) {
            drain(request);
            return none();
        }
        try {
            return of(parse(boundary, request, folder).join(), anyField);
        } catch (CompletionException e) {
            // The rest can be read, so the form is wrong, not the connection.
            drain(request);
            return malformed();
        }
    }

    private static String boundary(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")
                ? MultiPart.extractBoundary(type)
                : null;
    }

    private static CompletableFuture<MultiPartFormData.Parts> parse(String boundary, Request request, Path folder) {
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
        parser.setFilesDirectory(folder);
        parser.setMaxMemoryFileSize(0);
        parser.setMaxLength(-1);
        parser.setMaxFileSize(-1);
        CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
        parser.parse(request, new Parsed(parts));
        return parts;
    }

    /** Completes the future. Jetty 12.0 and 12.1 make such promises by different methods. */
    private record Parsed(CompletableFuture<MultiPartFormData.Parts> parts)
            implements Promise.Invocable<MultiPartFormData.Parts> {

        @Override
        public void succeeded(MultiPartFormData.Parts result) {
            parts.complete(result);
        }

        @Override
        public void failed(Throwable cause) {
            parts.completeExceptionally(cause);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.BLOCKING;
        }
    }

    private static void drain(Request request) throws IOException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            body.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** A field that is not a file; null if there is none with that name. */
    public String text(String name) {
        return texts(name)
                .map(field -> field.getContentAsString(StandardCharsets.UTF_8))
                .findFirst()
                .orElse(null);
    }

    private Stream<MultiPart.Part> texts(String name) {
        return fields.stream().filter(field -> !isFile(field) && name.equals(field.getName()));
    }

    /** The first file in any field, for the record. */
    public Optional<UploadedFile> anyFile() {
        return files.stream().findFirst();
    }

    /** The one file that the contract demands: in a field named "file", with a file name. */
    public UploadedFile file() {
        if (!wellFormed) {
            throw ProblemType.INVALID_FILE.because(FILE, "The form cannot be read.");
        }
        if (texts(FILE).findAny().isPresent()) {
            throw ProblemType.INVALID_FILE.because(FILE, "The field \"file\" has no file name.");
        }
        if (files.stream().noneMatch(file -> anyField || FILE.equals(file.fieldName()))) {
            throw ProblemType.NO_FILE.because(FILE, "The form has no field \"file\" with a file.");
        }
        if (files.size() > 1) {
            throw ProblemType.MULTIPLE_FILES.because(FILE, "The form has " + files.size() + " files.");
        }
        return files.get(0);
    }

    @Override
    public void close() throws IOException {
        onDisk.close();
    }
}
