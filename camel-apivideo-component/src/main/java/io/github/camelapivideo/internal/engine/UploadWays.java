// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.engine;

import io.github.camelapivideo.internal.bandwidth.Bandwidth;
import io.github.camelapivideo.internal.call.AccountGateway;
import io.github.camelapivideo.internal.call.Transport;
import io.github.camelapivideo.internal.thread.Lanes;
import io.github.camelapivideo.internal.thread.Workers;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The way of each upload to the service: its lanes, and the limits that it keeps. Thread-safe.
 *
 * <p>Without a limit, an upload that began earlier comes first on the common lanes, so that the first one does not end
 * with the last one. With a limit, an upload has lanes apart, which it may hold for long, and its share of the limit.
 */
final class UploadWays {

    private final Workers workers;
    private final Lanes limitedLanes;
    private final Bandwidth limit;
    private final AtomicLong turns = new AtomicLong(Lanes.FIRST);

    /** @param limit the limit for all uploads together; null for none */
    UploadWays(Workers workers, Bandwidth limit) {
        this.workers = workers;
        this.limitedLanes = workers.lanes().sharedOn(workers.aside());
        this.limit = limit;
    }

    /** How one upload reaches the account, and the threads that do its work. */
    record Way(AccountGateway account, Workers workers) {}

    /** Returns the way of the upload that begins now. */
    Way next(AccountGateway account) {
        long turn = turns.incrementAndGet();
        if (account.limit() == null && limit == null) {
            return new Way(account, workers.on(workers.lanes().withTurn(turn)).forThisThread());
        }
        Transport limited = new LimitedTransport(account.transport(), shares(account.limit()));
        return new Way(
                account.through(limited),
                workers.on(limitedLanes.withTurn(turn)).forThisThread());
    }

    private List<Bandwidth.Share> shares(Bandwidth limitOfEndpoint) {
        return Stream.of(Optional.ofNullable(limitOfEndpoint), Optional.ofNullable(limit))
                .flatMap(Optional::stream)
                .map(Bandwidth::share)
                .toList();
    }
}
