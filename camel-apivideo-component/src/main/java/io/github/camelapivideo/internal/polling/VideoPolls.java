// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.claim.Claims;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.operation.OperationContext;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The polls of one route: finds the videos that the route has not had, also after a poll or a route has failed. For one
 * poll at a time.
 */
public final class VideoPolls {

    private final Emit emit;
    private final Moments moments;
    private final Tail tail;
    private final Backlog backlog = new Backlog();
    private final OperationContext account;
    private final Claims claims;

    /**
     * @param filters returns the filters of the list, evaluated anew
     * @param present returns this machine's time, from which a duration counts back
     * @param claims knows which videos the route has had
     */
    public VideoPolls(
            PollSettings settings,
            Supplier<Instant> present,
            Supplier<ExchangeValues> filters,
            OperationContext account,
            Claims claims) {
        this.emit = settings.emit();
        this.moments = emit == Emit.abandoned
                ? new AbandonedContainers(settings.maxAge(), filters, account::isFilling)
                : new VideoLists(emit, filters, present);
        this.tail = new Tail(settings.since().at(present.get()), emit.mayRecur());
        this.account = account;
        this.claims = claims;
    }

    /**
     * Begins a poll: reads the list. If that fails, the next poll begins where this one did.
     *
     * @param cancellation ends the requests of the poll
     * @throws java.util.concurrent.CancellationException after that
     */
    public Poll begin(Cancellation cancellation) throws ApiVideoException {
        AccountReads reads = new AccountReads(account::call, cancellation);
        backlog.add(moments.read(tail, reads));
        return new Poll(emit, moments, reads, claims, tail, backlog, System::nanoTime);
    }
}
