// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The first lines of a request.
 *
 * @param headers by their names in lower case
 */
record RequestHead(String method, String path, Map<String, String> headers) {

    /** The bucket of the sink's S3. */
    static final String BUCKET = "bucket";

    static RequestHead parse(String text) throws IOException {
        String[] lines = text.split("\r\n");
        String[] first = lines[0].split(" ");
        if (first.length != 3) {
            throw new IOException("not a request: " + lines[0]);
        }
        Map<String, String> headers = java.util.Arrays.stream(lines)
                .skip(1)
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0].toLowerCase(Locale.ROOT), pair -> pair[1].trim(), (one, other) -> other));
        return new RequestHead(first[0], first[1], headers);
    }

    /** How long the body is, in bytes. */
    long length() throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            throw new IOException("the sink reads bodies of known length only");
        }
        return Long.parseLong(headers.getOrDefault("content-length", "0"));
    }

    boolean expectsContinue() {
        return "100-continue".equalsIgnoreCase(headers.get("expect"));
    }

    /** True for bytes that no client of the service sends: they show what the sink takes. */
    boolean isRaw() {
        return path.startsWith("/videos/raw/");
    }

    Kind kind() {
        if (path.startsWith("/" + BUCKET + "/")) {
            return method.equals("PUT") ? Kind.S3_PART : path.contains("uploadId=") ? Kind.S3_COMPLETE : Kind.S3_CREATE;
        }
        if (path.startsWith("/auth/")) {
            return Kind.AUTH;
        }
        if (method.equals("POST")) {
            return path.endsWith("/source") ? Kind.SOURCE : Kind.CREATE;
        }
        return path.endsWith("/status") ? Kind.STATUS : Kind.OTHER;
    }

    /** What a request is for. */
    enum Kind {
        AUTH,
        CREATE,
        SOURCE,
        STATUS,
        OTHER,
        S3_CREATE,
        S3_PART,
        S3_COMPLETE
    }
}
