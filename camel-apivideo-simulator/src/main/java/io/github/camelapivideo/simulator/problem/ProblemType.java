// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.problem;

import java.util.Arrays;
import java.util.List;

/** The problems that the service documents: slug, status and title of each. */
public enum ProblemType {
    INVALID_USER_CREDENTIALS("authentication-invalid-user-credentials", 400, "The user credentials were incorrect."),
    MISSING_AUTHORIZATION("authentication-missing-authorization-header", 401, "There is no Authorization header."),
    INVALID_AUTHORIZATION(
            "authentication-invalid-authorization-header-value", 401, "The Authorization header is invalid."),
    INVALID_API_KEY("authentication-invalid-api-key", 401, "The API key is invalid."),
    MISSING_UPLOAD_TOKEN("authentication-missing-upload-token", 401, "There is no upload token."),
    INVALID_UPLOAD_TOKEN("authentication-invalid-upload-token", 401, "The upload token is invalid."),
    INVALID_ACCESS_TOKEN("authentication-invalid-access-token", 401, "The access token is invalid."),
    SUSPENDED_ACCOUNT("authorization-suspended-account", 403, "The account is suspended."),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests."),
    NOT_FOUND("resource-not-found", 404, "The requested resource was not found."),
    UNKNOWN_URL("unrecognized-request-url", 404, "The requested URL is not known."),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "The method is not allowed for this URL."),
    INVALID_PAYLOAD("invalid-payload", 400, "The payload is invalid."),
    INVALID_ATTRIBUTE("invalid-attribute", 400, "An attribute is invalid."),
    ATTRIBUTE_REQUIRED("attribute-required", 400, "This attribute is required."),
    SUMMARY_ALREADY_EXISTS(
            "summary-already-exists", 409, "A summary already exists or is being created on this video."),
    WEBHOOK_LIMIT_REACHED("webhook-limit-reached", 400, "The limit of webhooks is reached."),
    INVALID_QUERY_PARAMETER("invalid-query-parameter", 400, "A query parameter is invalid."),
    REQUEST_INVALID_QUERY_PARAMETER("request-invalid-query-parameter", 400, "A query parameter is invalid."),
    EXTENSION_INVALID("uploaded-file-extension-invalid", 400, "The extension of the uploaded file is not supported."),
    NO_FILE("uploaded-file-no-file", 400, "There is no uploaded file in the request."),
    MULTIPLE_FILES("uploaded-file-multiple-files", 400, "There is more than one uploaded file in the request."),
    INVALID_FILE("uploaded-file-invalid-file", 400, "The uploaded file is invalid."),
    EMPTY_FILE("uploaded-file-empty", 400, "The uploaded file is empty."),
    FILE_TOO_LARGE("uploaded-file-too-large", 400, "The uploaded file is too large."),
    RANGE_MALFORMED("video-content-range-malformed", 400, "The Content-Range header is malformed."),
    STARTED_WITH_BYTES("video-content-range-started-with-bytes", 400, "The upload was started by bytes."),
    STARTED_WITH_PART("video-content-range-started-with-part", 400, "The upload was started by part."),
    ALREADY_INITIATED("video-content-range-already-initiated", 400, "A progressive upload was already initiated."),
    PART_ZERO("video-content-range-by-part-part-zero", 400, "Parts count from 1."),
    TOTAL_ZERO("video-content-range-by-part-total-parts-zero", 400, "There is at least one part."),
    PART_TOO_HIGH("video-content-range-by-part-part-too-high-allowed", 400, "The part number is too high."),
    TOTAL_TOO_HIGH("video-content-range-by-part-total-parts-too-high", 400, "There are too many parts."),
    PART_ABOVE_TOTAL("video-content-range-by-part-part-too-high-total", 400, "The part number is above the total."),
    DIFFERENT_TOTAL("video-content-range-by-part-different-total-parts", 400, "The total of parts has changed."),
    TOTAL_TOO_LOW("video-content-range-by-part-total-parts-too-low", 400, "The total of parts is too low."),
    PART_ALREADY_SENT("video-content-range-by-part-part-already-sent", 400, "The part was already sent."),
    PART_TOO_SMALL("video-content-range-by-part-uploaded-file-too-small", 400, "The part is too small."),
    BYTES_TOTAL_ZERO("video-content-range-by-bytes-total-bytes-zero", 400, "There is at least one byte."),
    BYTES_TOTAL_TOO_HIGH("video-content-range-by-bytes-total-bytes-too-high", 400, "There are too many bytes."),
    BYTES_TO_TOO_HIGH("video-content-range-by-bytes-to-byte-too-high-allowed", 400, "The range ends too high."),
    BYTES_FROM_TOO_HIGH("video-content-range-by-bytes-from-byte-too-high", 400, "The range starts after its end."),
    BYTES_ABOVE_TOTAL("video-content-range-by-bytes-to-byte-too-high-total", 400, "The range ends above the total."),
    BYTES_DIFFERENT_TOTAL("video-content-range-by-bytes-different-total-bytes", 400, "The total has changed."),
    BYTES_TOTAL_TOO_LOW("video-content-range-by-bytes-total-bytes-too-low", 400, "The total of bytes is too low."),
    BYTES_OVERLAP("video-content-range-by-bytes-range-overlap", 400, "The range overlaps bytes already sent."),
    BYTES_MISMATCH("video-content-range-by-bytes-range-mismatch", 400, "The range does not fit the file."),
    BYTES_TOO_SMALL("video-content-range-by-bytes-range-too-small", 400, "The range is too small."),
    SOURCE_ALREADY_UPLOADED("video-source-already-uploaded", 400, "The source of the video is already uploaded."),
    SOURCE_ALREADY_DOWNLOADED("video-source-already-downloaded", 400, "The source of the video is already downloaded."),
    SOURCE_ALREADY_COPIED("video-source-already-copied", 400, "The source of the video is already copied.");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The problem with this slug; if the slug is not documented, its title is the slug. */
    public static Problem named(String slug, int status, String detail) {
        String title = Arrays.stream(values())
                .filter(type -> type.slug.equals(slug))
                .map(type -> type.title)
                .findFirst()
                .orElse(slug);
        return new Problem(slug, title, status, "", detail);
    }

    /** @param name the parameter that is wrong; empty if there is none */
    public Problem problem(String name, String detail) {
        return new Problem(slug, title, status, name, detail);
    }

    /** The refusal with this problem, to be thrown. */
    public Refusal because(String name, String detail) {
        return new Refusal(List.of(problem(name, detail)));
    }

    /** The refusal with this problem and another title, to be thrown. */
    public Refusal because(String name, String detail, String otherTitle) {
        return new Refusal(List.of(new Problem(slug, otherTitle, status, name, detail)));
    }
}
