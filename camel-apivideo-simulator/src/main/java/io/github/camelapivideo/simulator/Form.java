// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable;

/** A {@code multipart/form-data} body. Files go to the disk as they come; nothing of them is held in memory. */
final class Form {

    /** A file of the form. */
    record Upload(String field, String fileName, Path path, long size) {}

    private final List<Upload> uploads = new ArrayList<>();
    private final List<String> fileFieldsWithoutName = new ArrayList<>();
    private final Map<String, String> fields = new HashMap<>();

    /**
     * Reads the body to its end.
     *
     * @throws IOException if it breaks off
     */
    static Form read(Request request, Path folder) throws IOException {
        Form form = new Form();
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            drain(request);
            return form;
        }
        MultiPartFormData.Parser parser = new MultiPartFormData.Parser(MultiPart.extractBoundary(type));
        parser.setFilesDirectory(folder);
        parser.setMaxMemoryFileSize(0);
        parser.setMaxLength(-1);
        parser.setMaxFileSize(-1);
        try (MultiPartFormData.Parts parts = parse(parser, request).join()) {
            int number = 0;
            for (MultiPart.Part part : parts) {
                form.add(part, folder.resolve(Identifiers.next("form-", 16) + "-" + number++));
            }
        } catch (CompletionException e) {
            throw new IOException("The form broke off", e.getCause());
        }
        return form;
    }

    private static CompletableFuture<MultiPartFormData.Parts> parse(MultiPartFormData.Parser parser, Request request) {
        CompletableFuture<MultiPartFormData.Parts> parts = new CompletableFuture<>();
        Promise<MultiPartFormData.Parts> promise = Promise.from(parts);
        parser.parse(request, Promise.from(Invocable.InvocationType.BLOCKING, promise));
        return parts;
    }

    private static void drain(Request request) throws IOException {
        try (var body = org.eclipse.jetty.io.Content.Source.asInputStream(request)) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private void add(MultiPart.Part part, Path path) throws IOException {
        if (part.getFileName() != null) {
            part.writeTo(path);
            uploads.add(new Upload(part.getName(), part.getFileName(), path, Files.size(path)));
        } else if ("file".equals(part.getName())) {
            fileFieldsWithoutName.add(part.getName());
        } else {
            fields.put(part.getName(), part.getContentAsString(StandardCharsets.UTF_8));
        }
    }

    String field(String name) {
        return fields.get(name);
    }

    /** The one file that the contract wants. */
    Upload file() {
        List<Upload> files =
                uploads.stream().filter(upload -> "file".equals(upload.field())).toList();
        if (!fileFieldsWithoutName.isEmpty()) {
            throw ProblemType.INVALID_FILE.because("file", "The field \"file\" has no file name.");
        }
        if (files.isEmpty()) {
            throw ProblemType.NO_FILE.because("file", "The form has no field \"file\" with a file.");
        }
        if (files.size() > 1 || uploads.size() > 1) {
            throw ProblemType.MULTIPLE_FILES.because("file", "The form has " + uploads.size() + " files.");
        }
        return files.get(0);
    }

    Upload firstUpload() {
        return uploads.isEmpty() ? null : uploads.get(0);
    }

    /** Deletes what nobody took. */
    void discard() {
        uploads.forEach(upload -> {
            try {
                Files.deleteIfExists(upload.path());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
