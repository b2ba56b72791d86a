// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.sidecar;

import io.github.camelapivideo.api.ApiVideoException.SidecarsFailed;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.internal.asset.AssetCall;
import io.github.camelapivideo.internal.asset.AssetKind;
import io.github.camelapivideo.internal.asset.ReadyAsset;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.engine.UploadEngine;
import io.github.camelapivideo.internal.engine.Uploads;
import io.github.camelapivideo.internal.input.AssetInputs;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Input;
import io.github.camelapivideo.internal.request.CaptionRequests;
import io.github.camelapivideo.internal.request.ChapterRequests;
import io.github.camelapivideo.internal.request.ThumbnailRequests;
import io.github.camelapivideo.internal.thread.Failures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The captions, chapters and thumbnail that headers give to an upload: read and checked before it, and sent after it.
 * For one exchange.
 */
public final class Sidecars {

    private final UploadEngine engine;
    private final AccountGateway account;
    private final RetryPolicy policy;
    private final Uploads.Turn turn;
    private final List<Sidecar> sidecars = new ArrayList<>();

    /**
     * One file.
     *
     * @param name names it in messages, such as {@code caption fr}
     * @param call the request for a video with this identifier
     */
    private record Sidecar(String name, SidecarSource source, Function<String, AssetCall<?>> call) {}

    private Sidecars(UploadEngine engine, AccountGateway account, RetryPolicy policy, Uploads.Turn turn) {
        this.engine = engine;
        this.account = account;
        this.policy = policy;
        this.turn = turn;
    }

    /**
     * Opens the files.
     *
     * @param turn the upload that they belong to; its end ends reading and sending them
     * @throws IllegalArgumentException if one cannot be opened, or there is no account that could send it; then none is
     *     open
     */
    public static Sidecars open(UploadEngine engine, AccountGateway account, ExchangeValues values, Uploads.Turn turn)
            throws IOException {
        Sidecars sidecars = new Sidecars(engine, account, values.settings().retryPolicy(), turn);
        try {
            sidecars.openAll(values);
            return sidecars;
        } catch (IOException | RuntimeException | Error e) {
            sidecars.abandon();
            throw e;
        }
    }

    private void openAll(ExchangeValues values) throws IOException {
        if (values.settings().uploadToken() != null || !account.isAccount()) {
            Input<?> first = AssetInputs.SIDECARS.stream()
                    .filter(input -> values.header(input) != null)
                    .findFirst()
                    .orElseThrow();
            throw new IllegalArgumentException("Header " + first.header()
                    + ": not possible with uploadToken, which opens nothing but the upload; use apiKey instead");
        }
        openTexts(values, AssetInputs.CAPTIONS, AssetKind.CAPTION, CaptionRequests::upload);
        openTexts(values, AssetInputs.CHAPTERS, AssetKind.CHAPTERS, ChapterRequests::upload);
        Object thumbnail = values.header(AssetInputs.THUMBNAIL);
        if (thumbnail != null) {
            String origin = "Header " + AssetInputs.THUMBNAIL.header();
            open(values, "thumbnail", AssetKind.THUMBNAIL, origin, thumbnail, ThumbnailRequests::upload);
        }
    }

    /** Makes the request for the file in one language of one video. */
    private interface OfLanguage {
        AssetCall<?> of(String videoId, String language);
    }

    private void openTexts(ExchangeValues values, Input<Object> input, AssetKind kind, OfLanguage call)
            throws IOException {
        Object header = values.header(input);
        if (header == null) {
            return;
        }
        if (!(header instanceof Map<?, ?> files)) {
            throw new IllegalArgumentException("Header " + input.header() + " is a "
                    + header.getClass().getName() + ": allowed is a Map from languages to files");
        }
        Set<String> languages = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (Map.Entry<?, ?> file : files.entrySet()) {
            String language = language(input, file.getKey());
            if (!languages.add(language)) {
                throw new IllegalArgumentException("Header " + input.header() + ": language=" + language
                        + ": is there twice; allowed is one file in each language");
            }
            String origin = "Header " + input.header() + ", " + language;
            String name = kind.defaultName() + " " + language;
            open(values, name, kind, origin, file.getValue(), videoId -> call.of(videoId, language));
        }
    }

    private static String language(Input<Object> input, Object key) {
        try {
            return AssetInputs.LANGUAGE.reading().apply(key == null ? "" : key.toString());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Header " + input.header() + ": " + e.getMessage(), e);
        }
    }

    private void open(
            ExchangeValues values,
            String name,
            AssetKind kind,
            String origin,
            Object file,
            Function<String, AssetCall<?>> call)
            throws IOException {
        SidecarSource source = SidecarSource.open(values, kind, origin, file);
        sidecars.add(new Sidecar(name, source, call));
    }

    /** Closes all files that are open. */
    public void abandon() {
        sidecars.forEach(sidecar -> engine.discard(sidecar.source().file().source(), sidecar.name()));
    }

    /**
     * Reads and checks all files, carries out the upload, and sends them.
     *
     * @param upload begins the upload
     * @param otherwise runs in place of the upload if a file is refused
     */
    public CompletableFuture<UploadResult> around(
            Supplier<CompletableFuture<UploadResult>> upload, Runnable otherwise) {
        List<CompletableFuture<ReadyAsset>> reads = sidecars.stream()
                .map(sidecar -> engine.readBeside(turn, sidecar.source().file()))
                .toList();
        return all(reads).handle((nothing, problem) -> problem).thenCompose(problem -> {
            if (problem != null) {
                otherwise.run();
                close(reads);
                return CompletableFuture.failedFuture(Failures.cause(problem));
            }
            return upload.get()
                    .whenComplete((result, failure) -> {
                        if (failure != null) {
                            close(reads);
                        }
                    })
                    .thenCompose(result -> send(reads, result));
        });
    }

    private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> some) {
        return CompletableFuture.allOf(some.toArray(CompletableFuture<?>[]::new));
    }

    private static void close(List<CompletableFuture<ReadyAsset>> reads) {
        reads.forEach(read -> read.thenAccept(ReadyAsset::close));
    }

    private CompletableFuture<UploadResult> send(List<CompletableFuture<ReadyAsset>> reads, UploadResult result) {
        String videoId = result.video().videoId();
        Map<String, CompletableFuture<?>> sent = new LinkedHashMap<>();
        for (int place = 0; place < reads.size(); place++) {
            Sidecar sidecar = sidecars.get(place);
            sent.put(
                    sidecar.name(), send(reads.get(place).join(), sidecar.call().apply(videoId)));
        }
        return all(List.copyOf(sent.values())).handle((nothing, problem) -> {
            Map<String, Throwable> failures = failures(sent);
            if (!failures.isEmpty()) {
                throw new CompletionException(new SidecarsFailed(result.video(), failures));
            }
            turn.done().ifPresent(why -> {
                throw new CompletionException(new UploadFailed(
                        "Video " + videoId + " is complete, and so are the files beside it: " + why.getMessage(),
                        videoId,
                        result.parts(),
                        why));
            });
            return result;
        });
    }

    private <T> CompletableFuture<T> send(ReadyAsset asset, AssetCall<T> call) {
        return engine.sendBeside(turn, asset, call, account, policy);
    }

    private static Map<String, Throwable> failures(Map<String, CompletableFuture<?>> sent) {
        Map<String, Throwable> failures = new LinkedHashMap<>();
        sent.forEach(
                (name, one) -> Stream.of(one.handle((value, problem) -> problem).join())
                        .filter(problem -> problem != null)
                        .forEach(problem -> failures.put(name, Failures.cause(problem))));
        return failures;
    }
}
