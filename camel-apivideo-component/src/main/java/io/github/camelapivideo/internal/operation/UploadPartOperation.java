// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.body.BodySources;
import io.github.camelapivideo.internal.body.PartRange;
import io.github.camelapivideo.internal.body.VideoBody;
import io.github.camelapivideo.internal.bound.UploadBounds;
import io.github.camelapivideo.internal.engine.UploadEngine;
import io.github.camelapivideo.internal.engine.Uploads;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.input.UploadSettings;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.plan.PartFingerprint;
import io.github.camelapivideo.internal.plan.PartPlan;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.upload.PartRequest;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;

/** Sends the body, or a range of it, as one part of a video, unless the service has it. */
final class UploadPartOperation implements OperationHandler {

    private final OperationContext context;
    private final UploadBounds bounds;

    UploadPartOperation(OperationContext context) {
        this.context = context;
        this.bounds = new UploadBounds(context.settings().uploadTimeout());
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) throws IOException {
        ExchangeValues values = context.values(exchange).withPlannedPart();
        PartRange range = range(values);
        PartRequest request = request(values, range);
        UploadSettings settings = context.settings();
        settings.contentCheck().checkBody(VideoBody.certain(exchange).content());
        UploadEngine engine = context.engine();
        return bounds.within(
                exchange,
                engine.stallDetector(),
                "Part " + request.number() + " of " + request.videoId() + " was not sent: ",
                until -> engine.uploads()
                        .admitPart(request, context.account(), until, turn -> send(exchange, request, range, turn)));
    }

    private CompletableFuture<Reply> send(Exchange exchange, PartRequest request, PartRange range, Uploads.Turn turn)
            throws IOException {
        UploadSettings settings = context.settings();
        PartSource source = settings.checked(BodySources.open(exchange, range, settings.lengthCheck()));
        return context.engine()
                .sendPart(turn, request, source, context.account(), context.retryPolicy())
                .thenApply(Reply::video);
    }

    private PartRequest request(ExchangeValues values, PartRange range) {
        long number = values.required(Inputs.PART_NUMBER);
        Long total = values.get(Inputs.TOTAL_PARTS);
        String fileName = values.fileName().orDefault();
        UploadSettings settings = context.settings();
        return new PartRequest(
                values.exchange().getExchangeId(),
                values.required(Inputs.VIDEO_ID),
                fileName,
                count("partNumber", number, 1),
                total == null ? Part.UNKNOWN : count("totalParts", total, number),
                range == null ? PartRange.BODY_IS_PART : range.from(),
                range == null ? 0 : range.length(),
                values.get(Inputs.PART_FINGERPRINT),
                settings.sourceTimeout(),
                settings.contentCheck().inspector(fileName),
                settings.listener());
    }

    private static int count(String name, long value, long least) {
        if (value > PartPlan.MAX_PARTS) {
            throw new IllegalArgumentException(
                    name + "=" + value + ": allowed is " + least + " to " + PartPlan.MAX_PARTS);
        }
        return (int) value;
    }

    /** Returns where the part is in the body; null if it is the body. */
    private static PartRange range(ExchangeValues values) {
        Long length = values.get(Inputs.PART_LENGTH);
        Long from = values.get(Inputs.PART_FROM);
        if (length == null && from != null) {
            throw new IllegalArgumentException("Header " + ApiVideoConstants.PART_FROM + "=" + from
                    + ": needs the header " + ApiVideoConstants.PART_LENGTH + " beside it");
        }
        if (length == null) {
            return null;
        }
        PartFingerprint fingerprint = values.get(Inputs.PART_FINGERPRINT);
        return new PartRange(
                from == null ? PartRange.BODY_IS_PART : from,
                length,
                fingerprint == null ? PartRange.UNKNOWN : fingerprint.wholeLength());
    }
}
