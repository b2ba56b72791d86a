// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.plan.PartFingerprint;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The inputs of all operations. */
public final class Inputs {

    public static final Input<String> VIDEO_ID = identifier("videoId", ApiVideoConstants.VIDEO_ID);
    public static final Input<String> FILE_NAME = Input.text("fileName", ApiVideoConstants.FILE_NAME);
    public static final Input<String> UPLOAD_KEY = Input.text("uploadKey", ApiVideoConstants.UPLOAD_KEY);

    public static final Input<Long> PART_NUMBER = Input.number("partNumber", ApiVideoConstants.PART_NUMBER);
    public static final Input<Long> TOTAL_PARTS = Input.number("totalParts", ApiVideoConstants.TOTAL_PARTS);
    public static final Input<Long> PART_FROM = Input.numberInHeader("partFrom", ApiVideoConstants.PART_FROM);
    public static final Input<Long> PART_LENGTH = Input.numberInHeader("partLength", ApiVideoConstants.PART_LENGTH);
    public static final Input<PartFingerprint> PART_FINGERPRINT =
            Input.inHeader("partFingerprint", ApiVideoConstants.PART_FINGERPRINT, PartFingerprint::parse);
    public static final Input<Object> PLANNED_PART =
            Input.objectInHeader("plannedPart", ApiVideoConstants.PLANNED_PART, PlannedPart.class);
    public static final Input<Long> LENGTH = Input.numberInHeader("length", ApiVideoConstants.LENGTH);

    public static final Input<URI> SOURCE = Input.read("source", ApiVideoConstants.SOURCE, Inputs::url);

    public static final Input<String> LIVE_STREAM_ID = identifier("liveStreamId", ApiVideoConstants.LIVE_STREAM_ID);

    public static final Input<Object> CREATION =
            Input.objectInHeader("creation", ApiVideoConstants.CREATION, Object.class);

    /** The properties of a new container. A header of one of them wins over {@link #CREATION}, that over an option. */
    public static final List<Input<?>> PROPERTIES = List.of(
            Input.property("title", ApiVideoConstants.TITLE, String.class),
            Input.property("description", ApiVideoConstants.DESCRIPTION, String.class),
            Input.property("tags", ApiVideoConstants.TAGS, Object.class),
            Input.property("metadata", ApiVideoConstants.METADATA, Object.class),
            Input.property("public", ApiVideoConstants.PUBLIC, Boolean.class),
            Input.property("panoramic", ApiVideoConstants.PANORAMIC, Boolean.class),
            Input.property("mp4Support", ApiVideoConstants.MP4_SUPPORT, Boolean.class),
            Input.property("playerId", ApiVideoConstants.PLAYER_ID, String.class),
            Input.property("language", ApiVideoConstants.LANGUAGE, String.class),
            Input.property("transcript", ApiVideoConstants.TRANSCRIPT, Boolean.class),
            Input.property("transcriptSummary", ApiVideoConstants.TRANSCRIPT_SUMMARY, Boolean.class),
            Input.property(
                    "transcriptSummaryAttributes", ApiVideoConstants.TRANSCRIPT_SUMMARY_ATTRIBUTES, Object.class),
            Input.property("clip", ApiVideoConstants.CLIP, Object.class),
            Input.property("watermark", ApiVideoConstants.WATERMARK, Object.class));

    public static final Input<Object> PART_SIZE = Input.fixed("partSize");
    public static final Input<Object> PARALLELISM = Input.fixed("parallelism");
    public static final Input<Object> BANDWIDTH_LIMIT = Input.fixed("bandwidthLimit");
    public static final Input<Object> UPLOAD_LISTENER = Input.fixed("uploadListener");
    public static final Input<Object> ON_FAILURE = Input.fixed("onFailure");
    public static final Input<Object> RESUME = Input.fixed("resume");
    public static final Input<Object> FILE_CHECK = Input.fixed("fileCheck");
    public static final Input<Object> CONTENT_CHECK = Input.fixed("contentCheck");
    public static final Input<Object> LENGTH_CHECK = Input.fixed("lengthCheck");
    public static final Input<Object> UPDATE_MODE = Input.fixed("updateMode");
    public static final Input<Object> MAX_AGE = Input.fixed("maxAge");
    public static final Input<Object> DRY_RUN = Input.fixed("dryRun");
    public static final Input<Object> SOURCE_TIMEOUT = Input.fixed("sourceTimeout");
    public static final Input<Object> PROGRESS_INTERVAL = Input.fixed("progressInterval");
    public static final Input<Object> MINIMUM_RATE = Input.fixed("minimumRate");
    public static final Input<Object> UPLOAD_TIMEOUT = Input.fixed("uploadTimeout");

    /** The goal, the limit and the pace of a wait for a video. */
    public static final List<Input<?>> WAITING = List.of(
            Input.fixed("waitFor"),
            Input.fixed("waitTimeout"),
            Input.fixed("waitInterval"),
            Input.fixed("maxWaitInterval"));

    /** The options of every operation: the account, how its requests are sent, and whether headers are read. */
    public static final Set<String> OF_ALL = Set.of(
            "apiKey",
            "environment",
            "baseUri",
            "allowInsecureHttp",
            "authentication",
            "uploadToken",
            "allowHeaderOverrides",
            "maxRetries",
            "retryDelay",
            "maxRetryDelay",
            "retryTimeout",
            "recordTimeout",
            "connectTimeout",
            "stallTimeout",
            "answerTimeout",
            "http",
            "lazyStartProducer",
            "bridgeErrorHandler");

    private static final String IDENTIFIER_FORM = "[A-Za-z0-9_-]{1,100}";

    private Inputs() {}

    static Input<String> identifier(String option, String header) {
        return Input.read(option, header, text -> {
            if (!text.matches(IDENTIFIER_FORM)) {
                throw new IllegalArgumentException(NamedValue.of(option, text)
                        + ": allowed are letters, digits, - and _, as in vi4k0jvEUuaTdRAEjQ4Jfrgz");
            }
            return text;
        });
    }

    // The rest of a URL may be a signature or a password.
    private static URI url(String text) {
        String scheme = text.replaceFirst("(?s):.*", "");
        try {
            URI url = new URI(text.trim());
            if (scheme.toLowerCase(Locale.ROOT).matches("\\s*https?") && url.getHost() != null) {
                return url;
            }
        } catch (URISyntaxException e) {
            // Reported below; its own text would repeat the URL.
        }
        throw new IllegalArgumentException((text.contains(":") ? NamedValue.of("source", scheme + ":...") : "source")
                + ": allowed is a URL with http or https, a host, and no character that needs to be encoded");
    }
}
