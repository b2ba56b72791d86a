// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.internal.body.BodySources;
import io.github.camelapivideo.internal.body.FileName;
import io.github.camelapivideo.internal.body.LargeBodyWarning;
import io.github.camelapivideo.internal.body.VideoBody;
import io.github.camelapivideo.internal.bound.UploadBounds;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.container.UploadRequest;
import io.github.camelapivideo.internal.container.UploadTarget;
import io.github.camelapivideo.internal.engine.UploadEngine;
import io.github.camelapivideo.internal.engine.Uploads;
import io.github.camelapivideo.internal.input.AssetInputs;
import io.github.camelapivideo.internal.input.CreationReading;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.input.UploadSettings;
import io.github.camelapivideo.internal.input.UploadSettings.Resume;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.sidecar.Sidecars;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.text.Secret;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.camel.Exchange;

/** Uploads the body as a video. */
final class UploadOperation implements OperationHandler {

    private final OperationContext context;
    private final UploadSettings settings;
    private final LargeBodyWarning warning;
    private final UploadBounds bounds;

    UploadOperation(OperationContext context) {
        this.context = context;
        this.settings = context.settings();
        this.warning = new LargeBodyWarning(context.endpointUri());
        this.bounds = new UploadBounds(settings.uploadTimeout());
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) throws IOException {
        ExchangeValues values = context.values(exchange);
        FileName fileName = values.fileName();
        UploadRequest request =
                settings.request(exchange.getExchangeId(), target(values, fileName), fileName.orDefault());
        Object body = VideoBody.certain(exchange).content();
        settings.contentCheck().checkBody(body);
        warning.check(body);
        UploadEngine engine = context.engine();
        return bounds.within(
                exchange,
                engine.stallDetector(),
                "The upload of '" + request.fileName() + "' failed before it began (no container): ",
                until -> engine.uploads()
                        .admit(request, context.account(), until, turn -> upload(values, request, turn)));
    }

    private CompletableFuture<Reply> upload(ExchangeValues values, UploadRequest request, Uploads.Turn turn)
            throws IOException {
        UploadEngine engine = context.engine();
        AccountGateway account = context.account();
        if (AssetInputs.SIDECARS.stream().anyMatch(input -> values.header(input) != null)) {
            return withSidecars(values, request, turn, Sidecars.open(engine, account, values, turn));
        }
        PartSource source = source(values.exchange());
        return engine.upload(turn, request, source, account, context.retryPolicy())
                .thenApply(Reply::upload);
    }

    private PartSource source(Exchange exchange) throws IOException {
        return settings.checked(BodySources.open(exchange, settings.lengthCheck()));
    }

    private CompletableFuture<Reply> withSidecars(
            ExchangeValues values, UploadRequest request, Uploads.Turn turn, Sidecars sidecars) throws IOException {
        UploadEngine engine = context.engine();
        AccountGateway account = context.account();
        PartSource source;
        try {
            source = source(values.exchange());
        } catch (IOException | RuntimeException | Error e) {
            sidecars.abandon();
            throw e;
        }
        turn.hasMore();
        return sidecars.around(
                        () -> engine.upload(turn, request, source, account, context.retryPolicy()),
                        () -> engine.discard(source, request.uploadId()))
                .thenApply(Reply::upload);
    }

    private UploadTarget target(ExchangeValues values, FileName fileName) {
        String videoId = values.get(Inputs.VIDEO_ID);
        String uploadKey = uploadKey(values, videoId);
        Secret uploadToken = settings.uploadToken();
        if (uploadToken != null) {
            checkNothingDescribed(values);
            return new UploadTarget.Delegated(uploadToken, videoId);
        }
        if (videoId != null) {
            return new UploadTarget.Existing(videoId);
        }
        return uploadKey != null
                ? new UploadTarget.Resumable(
                        CreationReading.of(values, fileName), uploadKey, settings.resume() == Resume.strict)
                : new UploadTarget.NewContainer(CreationReading.of(values, fileName));
    }

    private String uploadKey(ExchangeValues values, String videoId) {
        String option = settings.options().filled("uploadKey");
        String uploadKey = values.get(Inputs.UPLOAD_KEY);
        if (uploadKey == null) {
            if (option == null) {
                return null;
            }
            throw new IllegalArgumentException(NamedValue.of("uploadKey", option)
                    + ": is empty for this exchange, so that different videos would be taken for the same");
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
    private static void checkNothingDescribed(ExchangeValues values) {
        Stream.concat(Stream.of(Inputs.CREATION), Inputs.PROPERTIES.stream())
                .filter(input -> values.header(input) != null)
                .findFirst()
                .ifPresent(input -> {
                    throw new IllegalArgumentException("Header " + input.header()
                            + ": not possible with uploadToken, because the service creates the container of a"
                            + " delegated upload; use apiKey instead");
                });
    }
}
