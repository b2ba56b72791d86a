// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.testing;

import java.util.List;

/**
 * One operation of the service.
 *
 * @param number its row in the contract
 * @param path with variables such as {@code {videoId}}
 * @param body the JSON, with variables, or the file name in a form; null for none
 * @param status the status of success
 * @param repeated the status of the same request, sent again
 */
public record Operation(int number, String method, String path, String body, int status, int repeated) {

    private Operation(int number, String method, String path, String body, int status) {
        this(number, method, path, body, status, status);
    }

    private Operation repeated(int other) {
        return new Operation(number, method, path, body, status, other);
    }

    private static final String VIDEO = "/videos/{videoId}";
    private static final String CAPTION = VIDEO + "/captions/{language}";
    private static final String CHAPTER = VIDEO + "/chapters/{language}";
    private static final String DISCARDED = "/discarded/videos";
    private static final String SUMMARY = "/summaries/{summaryId}";
    private static final String TOKEN = "/upload-tokens/{uploadToken}";
    private static final String PLAYER = "/players/{playerId}";
    private static final String STREAM = "/live-streams/{liveStreamId}";
    private static final String WEBHOOK = "{\"events\":[\"video.caption.generated\"],\"url\":\"http://127.0.0.1:9/\"}";

    /** All operations, in the order of the contract. */
    public static final List<Operation> ALL = List.of(
            new Operation(1, "POST", "/auth/api-key", "{\"apiKey\":\"simulatorApiKey\"}", 200),
            new Operation(2, "POST", "/auth/refresh", "{\"refreshToken\":\"{refreshToken}\"}", 200).repeated(400),
            new Operation(3, "GET", "/videos", null, 200),
            new Operation(4, "POST", "/videos", "{\"title\":\"t\"}", 201),
            new Operation(5, "GET", VIDEO, null, 200),
            new Operation(6, "PATCH", VIDEO, "{\"title\":\"other\"}", 200),
            new Operation(7, "DELETE", VIDEO, null, 204).repeated(404),
            new Operation(8, "GET", VIDEO + "/status", null, 200),
            new Operation(9, "POST", VIDEO + "/source", "video.mp4", 201).repeated(400),
            new Operation(10, "POST", "/upload", "video.mp4", 201),
            new Operation(11, "POST", VIDEO + "/thumbnail", "image.png", 200),
            new Operation(12, "PATCH", VIDEO + "/thumbnail", "{\"timecode\":\"00:00:01\"}", 200),
            new Operation(13, "GET", DISCARDED, null, 200),
            new Operation(14, "GET", DISCARDED + "/{videoId}", null, 200),
            new Operation(15, "PATCH", DISCARDED + "/{videoId}", "{\"discarded\":false}", 200).repeated(404),
            new Operation(16, "GET", VIDEO + "/captions", null, 200),
            new Operation(17, "GET", CAPTION, null, 200),
            new Operation(18, "POST", CAPTION, "text.vtt", 200),
            new Operation(19, "PATCH", CAPTION, "{\"default\":true}", 200),
            new Operation(20, "DELETE", CAPTION, null, 204).repeated(404),
            new Operation(21, "GET", VIDEO + "/chapters", null, 200),
            new Operation(22, "GET", CHAPTER, null, 200),
            new Operation(23, "POST", CHAPTER, "text.vtt", 200),
            new Operation(24, "DELETE", CHAPTER, null, 204).repeated(404),
            new Operation(25, "GET", "/watermarks", null, 200),
            new Operation(26, "POST", "/watermarks", "image.png", 200),
            new Operation(27, "DELETE", "/watermarks/{watermarkId}", null, 204).repeated(404),
            new Operation(28, "GET", "/tags", null, 200),
            new Operation(29, "GET", "/summaries", null, 200),
            new Operation(30, "POST", "/summaries", "{\"videoId\":\"{videoId}\"}", 201).repeated(409),
            new Operation(31, "DELETE", SUMMARY, null, 204).repeated(404),
            new Operation(32, "GET", SUMMARY + "/source", null, 200),
            new Operation(33, "PATCH", SUMMARY + "/source", "{\"abstract\":\"a\"}", 201),
            new Operation(34, "GET", "/upload-tokens", null, 200),
            new Operation(35, "POST", "/upload-tokens", "{}", 200),
            new Operation(36, "GET", TOKEN, null, 200),
            new Operation(37, "DELETE", TOKEN, null, 204).repeated(404),
            new Operation(38, "GET", "/players", null, 200),
            new Operation(39, "POST", "/players", "{}", 201),
            new Operation(40, "GET", PLAYER, null, 200),
            new Operation(41, "PATCH", PLAYER, "{}", 200),
            new Operation(42, "DELETE", PLAYER, null, 204).repeated(404),
            new Operation(43, "POST", PLAYER + "/logo", "image.png", 201),
            new Operation(44, "DELETE", PLAYER + "/logo", null, 204),
            new Operation(45, "GET", "/live-streams", null, 200),
            new Operation(46, "POST", "/live-streams", "{\"name\":\"n\"}", 200),
            new Operation(47, "GET", STREAM, null, 200),
            new Operation(48, "PATCH", STREAM, "{}", 200),
            new Operation(49, "DELETE", STREAM, null, 204).repeated(404),
            new Operation(50, "POST", STREAM + "/thumbnail", "image.png", 201),
            new Operation(51, "DELETE", STREAM + "/thumbnail", null, 200),
            new Operation(52, "PUT", STREAM + "/complete", null, 202),
            new Operation(53, "GET", "/data/metrics/play/count", null, 200),
            new Operation(54, "GET", "/data/buckets/play/country", null, 200),
            new Operation(55, "GET", "/data/timeseries/play", null, 200),
            new Operation(56, "GET", "/webhooks", null, 200),
            new Operation(57, "POST", "/webhooks", WEBHOOK, 201),
            new Operation(58, "GET", "/webhooks/{webhookId}", null, 200),
            new Operation(59, "DELETE", "/webhooks/{webhookId}", null, 204).repeated(404));

    /** True if the account's credentials are needed. */
    public boolean authorized() {
        return !path.startsWith("/auth/") && !path.equals("/upload");
    }

    public boolean isForm() {
        return body != null && !body.startsWith("{");
    }

    @Override
    public String toString() {
        return number + " " + method + " " + path;
    }
}
