// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.cleanup.CleanUp;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.VideoFilter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds the containers that {@code deleteAbandoned} would delete, and deletes none. For one poll at a time. */
final class AbandonedContainers implements Moments {

    private final CleanUp search;
    private final Supplier<ExchangeValues> filters;

    // Of the latest poll.
    private volatile AccountReads reads;

    /**
     * @param maxAge the age from which an incomplete container counts as abandoned
     * @param filters returns the filters of the list, evaluated anew
     * @param running tells whether an upload of this process fills a video now
     */
    AbandonedContainers(Duration maxAge, Supplier<ExchangeValues> filters, Predicate<String> running) {
        this.search = new CleanUp(maxAge, true, this::call, running);
        this.filters = filters;
    }

    private <R> CompletableFuture<R> call(ApiCall<R> call) {
        return reads.call(call);
    }

    @Override
    public List<Sighting> read(Tail tail, AccountReads poll) throws ApiVideoException {
        reads = poll;
        List<Video> found =
                poll.await(search.run(VideoFilter.of(filters.get()))).abandoned();
        // Without a time: one may become abandoned long after a younger one.
        List<Sighting> listed = found.stream()
                .map(video -> new Sighting(video.videoId(), Emit.abandoned.key(video), null, true))
                .toList();
        return tail.take(listed, null);
    }

    @Override
    public Optional<Video> look(String videoId, AccountReads poll) throws ApiVideoException {
        reads = poll;
        return poll.await(search.look(videoId));
    }
}
