// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.internal.asset.AssetCall;
import io.github.camelapivideo.internal.asset.AssetFile;
import io.github.camelapivideo.internal.asset.AssetKind;
import io.github.camelapivideo.internal.asset.AssetOrigin;
import io.github.camelapivideo.internal.body.BodySources;
import io.github.camelapivideo.internal.body.FileName;
import io.github.camelapivideo.internal.body.VideoBody;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.engine.UploadEngine;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.input.UploadSettings;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.camel.Exchange;

/** Sends the body as a small file beside a video. */
final class AssetOperation<T> implements OperationHandler {

    private final OperationContext context;
    private final AssetKind kind;
    private final Function<ExchangeValues, AssetCall<T>> call;
    private final BiFunction<T, ExchangeValues, Reply> reply;

    private AssetOperation(
            OperationContext context,
            AssetKind kind,
            Function<ExchangeValues, AssetCall<T>> call,
            BiFunction<T, ExchangeValues, Reply> reply) {
        this.context = context;
        this.kind = kind;
        this.call = call;
        this.reply = reply;
    }

    /** Returns the row of an operation that sends the body with one request. */
    static <T> Row row(
            AssetKind kind, Function<ExchangeValues, AssetCall<T>> call, BiFunction<T, ExchangeValues, Reply> reply) {
        return Row.of(Row.Group.assets, context -> new AssetOperation<>(context, kind, call, reply))
                .reading(Inputs.FILE_NAME, Inputs.FILE_CHECK, Inputs.LENGTH_CHECK, Inputs.SOURCE_TIMEOUT);
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) throws IOException {
        ExchangeValues values = context.values(exchange);
        AssetCall<T> request = call.apply(values);
        UploadEngine engine = context.engine();
        AccountGateway account = context.account();
        Cancellation until = new Cancellation();
        return engine.readAsset(file(values), account, until)
                .thenCompose(ready -> engine.sendAsset(ready, request, account, context.retryPolicy(), until))
                .thenApply(answer -> reply.apply(answer, values));
    }

    private AssetFile file(ExchangeValues values) throws IOException {
        Exchange exchange = values.exchange();
        UploadSettings settings = context.settings();
        VideoBody body = body(exchange);
        String wanted = values.get(Inputs.FILE_NAME);
        FileName name = FileName.of(exchange, body, wanted);
        AssetOrigin origin =
                new AssetOrigin("The body", name.known() ? name.text() : kind.defaultName(), wanted != null);
        return new AssetFile(
                exchange.getExchangeId(),
                kind,
                origin,
                settings.checked(BodySources.open(exchange, body, settings.lengthCheck())),
                settings.sourceTimeout());
    }

    // Camel would write a text in the charset of the exchange; captions and chapters are UTF-8.
    private VideoBody body(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof CharSequence text && kind.isContent(text)) {
            return new VideoBody(text.toString().getBytes(StandardCharsets.UTF_8), null);
        }
        return VideoBody.certain(exchange, kind.mediaType(), "the file");
    }
}
