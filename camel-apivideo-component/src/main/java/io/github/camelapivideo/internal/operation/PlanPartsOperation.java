// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.internal.body.LengthEvidence;
import io.github.camelapivideo.internal.body.PlannedBytes;
import io.github.camelapivideo.internal.body.VideoBody;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;

/**
 * Replaces the body by the list of its parts, for a splitter. Makes no request. Reads samples of a file or of bytes
 * in memory, which identify the parts; reads nothing of a stream.
 */
final class PlanPartsOperation implements OperationHandler {

    private final OperationContext context;

    PlanPartsOperation(OperationContext context) {
        this.context = context;
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) throws IOException {
        List<PlannedPart> parts = plan(context.values(exchange));
        return CompletableFuture.completedFuture(
                Reply.plan(PlannedBytes.identify(parts, exchange.getMessage().getBody())));
    }

    private List<PlannedPart> plan(ExchangeValues values) {
        long length = length(values);
        if (length == 0) {
            throw new IllegalArgumentException("planParts: length=0: there is no video to plan");
        }
        PartPlan plan = context.settings().plan(length);
        String videoId = values.get(Inputs.VIDEO_ID);
        String fileName = values.fileName().text();
        return IntStream.rangeClosed(1, plan.totalParts())
                .mapToObj(number -> {
                    long from = plan.begin(number);
                    long size = Math.min(plan.partSize(), length - from);
                    return new PlannedPart(videoId, number, plan.totalParts(), from, size, fileName);
                })
                .toList();
    }

    /** Returns the length that the body itself has or is promised; else that of the header. */
    private long length(ExchangeValues values) {
        OptionalLong known = new LengthEvidence(
                        values.exchange(), context.settings().lengthCheck())
                .certain(VideoBody.certain(values.exchange()).content());
        Long told = values.get(Inputs.LENGTH);
        if (known.isPresent() && told != null && known.getAsLong() != told) {
            throw new IllegalArgumentException("Header " + ApiVideoConstants.LENGTH + "=" + told
                    + ": the body has " + known.getAsLong() + " bytes, and one plan cannot fit both. Take away the"
                    + " header if it is of an earlier body, or the body if it is not the video");
        }
        if (known.isEmpty() && told == null) {
            throw new IllegalArgumentException(
                    "planParts: the length of the body is not known; set the header " + ApiVideoConstants.LENGTH);
        }
        return known.orElseGet(() -> told);
    }
}
