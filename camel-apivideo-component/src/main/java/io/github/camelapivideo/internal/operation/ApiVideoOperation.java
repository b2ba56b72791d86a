// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.operation.Inputs.CONTENT_CHECK;
import static io.github.camelapivideo.internal.operation.Inputs.CREATION;
import static io.github.camelapivideo.internal.operation.Inputs.FILE_CHECK;
import static io.github.camelapivideo.internal.operation.Inputs.FILE_NAME;
import static io.github.camelapivideo.internal.operation.Inputs.LENGTH;
import static io.github.camelapivideo.internal.operation.Inputs.LENGTH_CHECK;
import static io.github.camelapivideo.internal.operation.Inputs.ON_FAILURE;
import static io.github.camelapivideo.internal.operation.Inputs.PARALLELISM;
import static io.github.camelapivideo.internal.operation.Inputs.PART_FINGERPRINT;
import static io.github.camelapivideo.internal.operation.Inputs.PART_FROM;
import static io.github.camelapivideo.internal.operation.Inputs.PART_LENGTH;
import static io.github.camelapivideo.internal.operation.Inputs.PART_NUMBER;
import static io.github.camelapivideo.internal.operation.Inputs.PART_SIZE;
import static io.github.camelapivideo.internal.operation.Inputs.PLANNED_PART;
import static io.github.camelapivideo.internal.operation.Inputs.PROPERTIES;
import static io.github.camelapivideo.internal.operation.Inputs.RESUME;
import static io.github.camelapivideo.internal.operation.Inputs.SOURCE_TIMEOUT;
import static io.github.camelapivideo.internal.operation.Inputs.TOTAL_PARTS;
import static io.github.camelapivideo.internal.operation.Inputs.UPLOAD_KEY;
import static io.github.camelapivideo.internal.operation.Inputs.UPLOAD_LISTENER;
import static io.github.camelapivideo.internal.operation.Inputs.VIDEO_ID;

import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.container.VideoRequests;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The table of operations: for each what it reads, what it requests, and what it puts into the exchange. */
public enum ApiVideoOperation {
    upload(
            Group.uploads,
            Access.ACCOUNT_OR_TOKEN,
            UploadOperation::new,
            PROPERTIES,
            List.of(CREATION, VIDEO_ID, FILE_NAME, UPLOAD_KEY),
            List.of(PART_SIZE, PARALLELISM, UPLOAD_LISTENER, ON_FAILURE, RESUME),
            List.of(FILE_CHECK, CONTENT_CHECK, LENGTH_CHECK, SOURCE_TIMEOUT)),
    createVideo(
            Group.uploads,
            Access.ACCOUNT,
            call(values -> VideoRequests.create(CreationReading.of(values)), (video, values) -> Reply.created(video)),
            PROPERTIES,
            List.of(CREATION, FILE_NAME)),
    planParts(
            Group.uploads,
            Access.ACCOUNT_OR_TOKEN,
            PlanPartsOperation::new,
            List.of(VIDEO_ID, FILE_NAME, LENGTH),
            List.of(PART_SIZE, PARALLELISM, LENGTH_CHECK)),
    uploadPart(
            Group.uploads,
            Access.ACCOUNT,
            UploadPartOperation::new,
            List.of(VIDEO_ID, FILE_NAME, PART_NUMBER, TOTAL_PARTS),
            List.of(PART_FROM, PART_LENGTH, PART_FINGERPRINT, PLANNED_PART),
            List.of(UPLOAD_LISTENER, FILE_CHECK, CONTENT_CHECK, LENGTH_CHECK, SOURCE_TIMEOUT)),
    getVideo(
            Group.videos,
            Access.ACCOUNT,
            call(values -> VideoRequests.get(values.required(VIDEO_ID)), (video, values) -> Reply.video(video)),
            List.of(VIDEO_ID)),
    getStatus(
            Group.videos,
            Access.ACCOUNT,
            call(values -> VideoRequests.status(values.required(VIDEO_ID)), Reply::status),
            List.of(VIDEO_ID)),
    deleteVideo(
            Group.videos,
            Access.ACCOUNT,
            call(values -> VideoRequests.delete(values.required(VIDEO_ID)), (deleted, values) -> Reply.deleted()),
            List.of(VIDEO_ID));

    /** The part of the documents that an operation belongs to. */
    public enum Group {
        /** The body of an exchange becomes a video. */
        uploads,
        /** A video that exists. */
        videos
    }

    private enum Access {
        ACCOUNT,
        ACCOUNT_OR_TOKEN
    }

    private final Group group;
    private final Access access;
    private final Function<OperationContext, OperationHandler> handler;
    private final List<Input<?>> inputs;

    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    ApiVideoOperation(
            Group group,
            Access access,
            Function<OperationContext, OperationHandler> handler,
            List<? extends Input<?>>... inputs) {
        this.group = group;
        this.access = access;
        this.handler = handler;
        List<Input<?>> all = new ArrayList<>();
        for (List<? extends Input<?>> some : inputs) {
            all.addAll(some);
        }
        this.inputs = List.copyOf(all);
    }

    /** An operation that is one request. */
    private static <T> Function<OperationContext, OperationHandler> call(
            Function<ExchangeValues, ApiCall<T>> request, BiFunction<T, ExchangeValues, Reply> reply) {
        return context -> exchange -> {
            ExchangeValues values = context.values(exchange);
            return context.call(request.apply(values)).thenApply(answer -> reply.apply(answer, values));
        };
    }

    public Group group() {
        return group;
    }

    /**
     * Returns the handler for the exchanges of one endpoint.
     *
     * @throws IllegalArgumentException if the operation needs an API key, and there is none
     */
    public OperationHandler handler(OperationContext context) {
        if (access == Access.ACCOUNT && !context.hasAccount()) {
            throw new IllegalArgumentException("apivideo:" + name()
                    + " needs an apiKey, and is not possible with uploadToken, which only opens upload");
        }
        return handler.apply(context);
    }

    /**
     * Returns the options that only this operation and some others read; a group such as {@code metadata.*} by its
     * name.
     */
    public Set<String> options() {
        return names(Input::option);
    }

    /** Returns the headers that it reads. */
    public Set<String> headers() {
        return names(Input::header);
    }

    private Set<String> names(Function<Input<?>, String> part) {
        return inputs.stream().map(part).filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the options that only some operations read. */
    public static Set<String> ownOptions() {
        return Arrays.stream(values())
                .flatMap(operation -> operation.options().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the options whose Simple language operations evaluate for each exchange. */
    public static Set<String> evaluatedOptions() {
        return Arrays.stream(values())
                .flatMap(operation -> operation.inputs.stream())
                .filter(Input::isOfExchange)
                .map(Input::option)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the options that every operation reads. */
    public static Set<String> commonOptions() {
        return Inputs.OF_ALL;
    }

    /**
     * Refuses options that other operations read, and this one does not: they would have no effect.
     *
     * @param set the names of options as a URI may write them
     * @throws IllegalArgumentException if there is one
     */
    public void refuseUnread(Collection<String> set) {
        Set<String> written = set.stream().map(ApiVideoOperation::plain).collect(Collectors.toSet());
        List<String> unread = ownOptions().stream()
                .filter(option -> !options().contains(option) && written.contains(plain(option)))
                .toList();
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", unread) + ": " + name() + " does not read "
                    + (unread.size() == 1 ? "this option" : "these options") + "; allowed are "
                    + String.join(", ", options())
                    + ", and the options of all operations, which are in docs/options.md");
        }
    }

    // part-number and PARTNUMBER are partNumber; metadata.author belongs to metadata.
    private static String plain(String option) {
        return option.replaceFirst("\\..*", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
