// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.body.FileName;
import io.github.camelapivideo.internal.body.LengthEvidence;
import io.github.camelapivideo.internal.body.PartRange;
import io.github.camelapivideo.internal.body.VideoBody;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.plan.PartFingerprint;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.text.LogSafe;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.upload.PartRequest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;

/**
 * What one exchange wants, out of its headers and the options: a header wins over an option, a header for one property
 * over {@code CamelApiVideoCreation}. The only such place; below there are only values. For one exchange.
 */
final class ExchangeOptions {

    private static final String VIDEO_ID_FORM = "[A-Za-z0-9_-]{1,100}";

    private final Exchange exchange;
    private final UploadSettings settings;
    private final PlannedHeaders planned;

    ExchangeOptions(Exchange exchange, UploadSettings settings) {
        this(exchange, settings, PlannedHeaders.NONE);
    }

    private ExchangeOptions(Exchange exchange, UploadSettings settings, PlannedHeaders planned) {
        this.exchange = exchange;
        this.settings = settings;
        this.planned = planned;
    }

    /** The same, where a planned part stands for the headers of its own. */
    ExchangeOptions withPlannedPart() {
        Object part = header(ApiVideoConstants.PLANNED_PART);
        return part == null
                ? this
                : new ExchangeOptions(
                        exchange,
                        settings,
                        PlannedHeaders.of(as(PlannedPart.class, "Header " + ApiVideoConstants.PLANNED_PART, part)));
    }

    /**
     * The upload that the exchange asks for.
     *
     * @throws IllegalArgumentException if a header or an option has a value that cannot be used
     */
    UploadRequest uploadRequest() {
        FileName fileName = fileName();
        return settings.request(exchange.getExchangeId(), target(fileName), fileName.orDefault());
    }

    /**
     * The part that the body is.
     *
     * @throws IllegalArgumentException if a header or an option is missing, or has a value that cannot be used
     */
    PartRequest partRequest() {
        long number = number(
                        "partNumber",
                        ApiVideoConstants.PART_NUMBER,
                        settings.options().text("partNumber"))
                .orElseThrow(() -> new IllegalArgumentException(
                        "partNumber: is missing; set the option, or the header " + ApiVideoConstants.PART_NUMBER));
        long total = number(
                        "totalParts",
                        ApiVideoConstants.TOTAL_PARTS,
                        settings.options().text("totalParts"))
                .orElse(Part.UNKNOWN);
        PartRange range = range();
        String fileName = fileName().orDefault();
        return new PartRequest(
                exchange.getExchangeId(),
                existingVideoId(),
                fileName,
                number("partNumber", number, 1),
                number("totalParts", total, number),
                range == null ? PartRange.BODY_IS_PART : range.from(),
                range == null ? 0 : range.length(),
                fingerprint(),
                settings.sourceTimeout(),
                settings.contentCheck().inspector(fileName),
                settings.listener());
    }

    private static int number(String name, long value, long least) {
        if (value > PartPlan.MAX_PARTS) {
            throw new IllegalArgumentException(
                    name + "=" + value + ": allowed is " + least + " to " + PartPlan.MAX_PARTS);
        }
        return (int) value;
    }

    /** Where the part is in the body; null if it is the body. */
    PartRange range() {
        OptionalLong length = number("partLength", ApiVideoConstants.PART_LENGTH, null);
        OptionalLong from = number("partFrom", ApiVideoConstants.PART_FROM, null);
        if (length.isEmpty() && from.isPresent()) {
            throw new IllegalArgumentException("Header " + ApiVideoConstants.PART_FROM + "=" + from.getAsLong()
                    + ": needs the header " + ApiVideoConstants.PART_LENGTH + " beside it");
        }
        return length.isEmpty()
                ? null
                : new PartRange(from.orElse(PartRange.BODY_IS_PART), length.getAsLong(), plannedLength());
    }

    private long plannedLength() {
        PartFingerprint fingerprint = fingerprint();
        return fingerprint == null ? PartRange.UNKNOWN : fingerprint.wholeLength();
    }

    private PartFingerprint fingerprint() {
        String text = value(ApiVideoConstants.PART_FINGERPRINT, null);
        return text == null ? null : PartFingerprint.parse(text);
    }

    /** The parts that the body is to be cut into. */
    List<PlannedPart> plannedParts() {
        long length = lengthToPlan();
        if (length == 0) {
            throw new IllegalArgumentException("planParts: length=0: there is no video to plan");
        }
        PartPlan plan = settings.plan(length);
        String videoId = videoId();
        String fileName = fileName().text();
        return IntStream.rangeClosed(1, plan.totalParts())
                .mapToObj(number -> {
                    long from = plan.begin(number);
                    long size = Math.min(plan.partSize(), length - from);
                    return new PlannedPart(videoId, number, plan.totalParts(), from, size, fileName);
                })
                .toList();
    }

    /** What the body itself knows, or is promised for it; the header where nothing else tells. */
    private long lengthToPlan() {
        OptionalLong known = new LengthEvidence(exchange, settings.lengthCheck())
                .certain(VideoBody.certain(exchange).content());
        OptionalLong told = number("length", ApiVideoConstants.LENGTH, null);
        if (known.isPresent() && told.isPresent() && known.getAsLong() != told.getAsLong()) {
            throw new IllegalArgumentException("Header " + ApiVideoConstants.LENGTH + "=" + told.getAsLong()
                    + ": the body has " + known.getAsLong() + " bytes, and one plan cannot fit both. Take away the"
                    + " header if it is of an earlier body, or the body if it is not the video");
        }
        return known.orElseGet(() -> told.orElseThrow(() -> new IllegalArgumentException(
                "planParts: the length of the body is not known; set the header " + ApiVideoConstants.LENGTH)));
    }

    /** The video that exists. */
    String existingVideoId() {
        String videoId = videoId();
        if (videoId == null) {
            throw new IllegalArgumentException(
                    "videoId: is missing; set the option, or the header " + ApiVideoConstants.VIDEO_ID);
        }
        return videoId;
    }

    /** The container that the exchange describes. */
    VideoCreation creation() {
        return creation(fileName());
    }

    private FileName fileName() {
        return FileName.of(
                exchange, value(ApiVideoConstants.FILE_NAME, settings.options().text("fileName")));
    }

    private OptionalLong number(String name, String header, String option) {
        String text = value(header, option);
        if (text == null) {
            return OptionalLong.empty();
        }
        if (!text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(NamedValue.of(name, text) + ": allowed is a whole number, 0 or more");
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    private UploadTarget target(FileName fileName) {
        String videoId = videoId();
        String uploadKey = uploadKey(videoId);
        Secret uploadToken = settings.uploadToken();
        if (uploadToken != null) {
            checkNothingDescribed();
            return new UploadTarget.Delegated(uploadToken, videoId);
        }
        if (videoId != null) {
            return new UploadTarget.Existing(videoId);
        }
        return uploadKey != null
                ? new UploadTarget.Resumable(creation(fileName), uploadKey, settings.resume() == Resume.strict)
                : new UploadTarget.NewContainer(creation(fileName));
    }

    private String uploadKey(String videoId) {
        String option = settings.options().text("uploadKey");
        String uploadKey = value(ApiVideoConstants.UPLOAD_KEY, option);
        if (uploadKey == null || uploadKey.isBlank()) {
            if (option == null || option.isBlank()) {
                return null;
            }
            throw new IllegalArgumentException(NamedValue.of("uploadKey", option)
                    + ": is empty for this exchange, so that different" + " videos would be taken for the same");
        }
        if (videoId != null || settings.uploadToken() != null) {
            throw new IllegalArgumentException(NamedValue.of("uploadKey", uploadKey) + ": not possible with "
                    + (videoId != null
                            ? "videoId=" + videoId + " (option, or header CamelApiVideoId, which an earlier"
                                    + " upload in the route leaves)"
                            : "uploadToken"));
        }
        return uploadKey;
    }

    // The service creates the container of a delegated upload: a video that was to be private would be public.
    private void checkNothingDescribed() {
        Stream.concat(
                        Stream.of(ApiVideoConstants.CREATION),
                        CreationFields.ALL.stream().map(CreationFields.Field::header))
                .filter(header -> header(header) != null)
                .findFirst()
                .ifPresent(header -> {
                    throw new IllegalArgumentException("Header " + header + ": not possible with uploadToken, because"
                            + " the service creates the container of a delegated upload; use apiKey instead");
                });
    }

    private String videoId() {
        String videoId = value(ApiVideoConstants.VIDEO_ID, settings.options().text("videoId"));
        if (videoId != null && !videoId.matches(VIDEO_ID_FORM)) {
            throw new IllegalArgumentException(NamedValue.of("videoId", videoId)
                    + ": allowed are letters, digits, - and _, as in vi4k0jvEUuaTdRAEjQ4Jfrgz");
        }
        return videoId;
    }

    private String value(String header, String option) {
        Object value = header(header);
        String text = value == null ? null : as(String.class, header, value);
        return planned.value(header, text == null || text.isBlank() ? (String) evaluated(option) : text);
    }

    private Object evaluated(Object option) {
        return SimpleText.evaluate(option, settings.literals(), exchange);
    }

    private Object header(String name) {
        return settings.options().flag("allowHeaderOverrides")
                ? exchange.getMessage().getHeader(name)
                : null;
    }

    private VideoCreation creation(FileName fileName) {
        Object given = header(ApiVideoConstants.CREATION);
        VideoCreation.Builder creation = VideoCreation.builder().title(defaultTitle(fileName));
        checkGiven(given);
        CreationFields.ALL.forEach(field -> read(field, given, creation));
        return creation.build();
    }

    private void read(CreationFields.Field<?> field, Object given, VideoCreation.Builder creation) {
        Object header = header(field.header());
        if (header != null) {
            named("Header " + field.header(), creation, () -> field.read(header, this::as, creation));
            return;
        }
        Object value = given instanceof VideoCreation typed
                ? field.given().apply(typed)
                : given instanceof Map<?, ?> map ? map.get(field.name()) : null;
        if (value != null) {
            named("Header " + ApiVideoConstants.CREATION, creation, () -> field.read(value, this::as, creation));
            return;
        }
        Object option = evaluated(settings.options().get(field.name()));
        if (option != null) {
            field.read(option, this::as, creation);
        }
    }

    private static void checkGiven(Object given) {
        if (given instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> {
                if (CreationFields.ALL.stream().noneMatch(field -> field.name().equals(key))) {
                    throw new IllegalArgumentException("Header " + ApiVideoConstants.CREATION + ": unknown property '"
                            + LogSafe.brief(String.valueOf(key)) + "'; allowed are "
                            + String.join(
                                    ", ",
                                    CreationFields.ALL.stream()
                                            .map(CreationFields.Field::name)
                                            .toList()));
                }
            });
        } else if (given != null && !(given instanceof VideoCreation)) {
            throw new IllegalArgumentException("Header " + ApiVideoConstants.CREATION + " is a "
                    + given.getClass().getName() + ": allowed is a VideoCreation or a Map");
        }
    }

    private static void named(String header, VideoCreation.Builder creation, Runnable reading) {
        try {
            reading.run();
            // Values check themselves: now it is still known where a wrong one came from.
            creation.build();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(header + ": " + e.getMessage(), e);
        }
    }

    private static String defaultTitle(FileName fileName) {
        return fileName.known()
                ? fileName.orDefault()
                : "Untitled video " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private <T> T as(Class<T> type, String name, Object value) {
        try {
            T converted = exchange.getContext().getTypeConverter().convertTo(type, exchange, value);
            if (converted != null) {
                return converted;
            }
        } catch (TypeConversionException e) {
            // Told below; its own text would repeat the value with its line breaks.
        }
        throw new IllegalArgumentException(NamedValue.of(name, value) + ": allowed is a " + type.getSimpleName());
    }
}
