// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.ListInputs;
import io.github.camelapivideo.internal.input.VideoFilter;
import io.github.camelapivideo.internal.list.ListReader;
import io.github.camelapivideo.internal.list.Listing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads the list in which videos of one moment appear, as far as a tail needs it. Thread-safe. */
final class VideoLists implements Moments {

    // A place in this order stays the same, so that a reading of all pages misses nothing.
    private static final String STABLE_ORDER = "createdAt";

    // Clocks differ, but not by days.
    private static final Duration MOST_AHEAD = Duration.ofDays(1);

    private final Emit emit;
    private final Supplier<ExchangeValues> values;
    private final Supplier<Instant> present;

    /**
     * @param values returns the filters, evaluated anew
     * @param present returns this machine's time
     */
    VideoLists(Emit emit, Supplier<ExchangeValues> values, Supplier<Instant> present) {
        this.emit = emit;
        this.values = values;
        this.present = present;
    }

    @Override
    public Optional<Video> look(String videoId, AccountReads reads) throws ApiVideoException {
        return Optional.of(reads.read(emit.get(videoId))).filter(emit::wants);
    }

    @Override
    public List<Sighting> read(Tail tail, AccountReads reads) throws ApiVideoException {
        if (emit.isUnsorted()) {
            return all(tail, reads, null);
        }
        return emit.mayRecur() && !tail.hasBegun() ? all(tail, reads, head(reads)) : downToFloor(tail, reads);
    }

    private List<Sighting> all(Tail tail, AccountReads reads, Instant head) throws ApiVideoException {
        ListReader<Video> reader = reader(STABLE_ORDER, "asc", reads);
        List<Sighting> listed = new ArrayList<>();
        while (!reader.isDone()) {
            listed.addAll(next(reader, reads));
        }
        return tail.take(listed, head == null ? latest(listed) : head);
    }

    // What changes while all pages are read is new at the next poll.
    private Instant head(AccountReads reads) throws ApiVideoException {
        return latest(next(reader(emit.order(), "desc", reads), reads));
    }

    private List<Sighting> downToFloor(Tail tail, AccountReads reads) throws ApiVideoException {
        ListReader<Video> reader = reader(emit.order(), "desc", reads);
        List<Sighting> listed = new ArrayList<>();
        Instant floor = Instant.MIN;
        while (!reader.isDone() && !isBelow(floor, listed)) {
            listed.addAll(next(reader, reads));
            floor = tail.floor(latest(listed));
        }
        Collections.reverse(listed);
        return tail.take(listed, latest(listed));
    }

    private static boolean isBelow(Instant floor, List<Sighting> listed) {
        return !listed.isEmpty() && listed.get(listed.size() - 1).isBefore(floor);
    }

    private List<Sighting> next(ListReader<Video> reader, AccountReads reads) throws ApiVideoException {
        Instant latest = present.get().plus(MOST_AHEAD);
        return reads.await(reader.next()).stream()
                .map(video -> Sighting.of(video, emit, latest))
                .toList();
    }

    private ListReader<Video> reader(String by, String order, AccountReads reads) {
        return new ListReader<>(listing(by, order), reads);
    }

    private Listing<Video> listing(String by, String order) {
        ExchangeValues now = values.get();
        List<Parameter> query = new ArrayList<>(VideoFilter.of(now));
        query.add(new Parameter("sortBy", by));
        query.add(new Parameter("sortOrder", order));
        int pageSize = Objects.requireNonNullElseGet(now.get(ListInputs.PAGE_SIZE), ListInputs::defaultPageSize);
        return new Listing<>(emit.path(), List.of(), null, Video.class, Video::videoId, query, null, pageSize);
    }

    private static Instant latest(List<Sighting> listed) {
        Optional<Instant> latest =
                listed.stream().map(Sighting::time).filter(Objects::nonNull).max(Comparator.naturalOrder());
        return latest.orElse(null);
    }
}
