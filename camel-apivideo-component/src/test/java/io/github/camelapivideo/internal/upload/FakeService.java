// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.ApiRequest.Method;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.call.Page;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The service without faults: keeps containers and parts, limits requests, answers by the contract. */
final class FakeService {

    // The throttle's own bound, where the service has told no other.
    private static final int PROBES = 16;

    // RateLimit.UNKNOWN is -1.
    private static final int OVER_LIMIT = -2;
    private static final long WINDOW = Duration.ofMinutes(1).toNanos();

    private final Schedule schedule;
    private final int limit;
    private final long lag;
    private final Map<String, FakeContainer> containers = new LinkedHashMap<>();
    private final Map<Budget, Integer> counts = new EnumMap<>(Budget.class);
    private long windowEnd;
    private int created;

    /**
     * @param limit requests of each kind in a minute; 0 for no limit
     * @param lag the longest time for which a record may be out of date and a new container unknown, in nanoseconds
     */
    FakeService(Schedule schedule, int limit, long lag) {
        this.schedule = schedule;
        this.limit = limit;
        this.lag = lag;
    }

    /** An answer whose value needs no reading. */
    record Answer(int status, String slug, Object value, RateLimit rateLimit) implements ApiAnswer {

        @Override
        public Instant date() {
            return null;
        }

        @Override
        public Rejected refusal() {
            Duration retryAfter = status == 429 ? rateLimit.untilReset() : Duration.ZERO;
            return new Rejected(
                    "The request", status, new Problem("https://docs/" + slug, null, null, status, null), retryAfter);
        }

        @Override
        public <T> T read(Class<T> type) {
            return type.cast(value);
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Page<T> readPage(Class<T> item) {
            return (Page<T>) value;
        }

        @Override
        public <T> T readNamed(Class<T> type, String property, Pattern form, String name) {
            return read(type);
        }

        @Override
        public Unreachable odd(String why) {
            return new Unreachable("The request", true, new OddAnswerException(why));
        }

        @Override
        public String json() {
            return null;
        }

        @Override
        public ApiAnswer requireNoBody() {
            return this;
        }
    }

    /** Returns how many requests may go at once while nothing is known of the window. */
    int atOnce() {
        return limit == 0 ? PROBES : Math.min(limit, PROBES);
    }

    /** Returns a rate limit that lets no request go for a while. */
    RateLimit nothingLeft(Duration untilReset) {
        return new RateLimit(limit == 0 ? PROBES : limit, 0, untilReset);
    }

    Collection<FakeContainer> containers() {
        return containers.values();
    }

    FakeContainer container(String videoId) {
        return containers.get(videoId);
    }

    /** Creates a container that may not be known everywhere yet. */
    FakeContainer create(List<Metadata> metadata) {
        return create(metadata, schedule.now() + within(lag));
    }

    /** Creates a container that is known everywhere. */
    FakeContainer createKnown() {
        return create(List.of(), schedule.now());
    }

    private long within(long time) {
        return time == 0 ? 0 : schedule.number((int) (time / 1_000_000)) * 1_000_000L;
    }

    private FakeContainer create(List<Metadata> metadata, long knownFrom) {
        FakeContainer container = new FakeContainer(++created, metadata, knownFrom);
        containers.put(container.videoId, container);
        return container;
    }

    /**
     * Answers a request.
     *
     * @param pieces the content of its file; empty if it has none
     */
    Answer answer(ApiRequest request, List<Piece> pieces) {
        RateLimit left = count(request.budget());
        if (left.remaining() == OVER_LIMIT) {
            return new Answer(429, "too-many-requests", null, new RateLimit(limit, 0, left.untilReset()));
        }
        return answer(request, pieces, left);
    }

    private RateLimit count(Budget budget) {
        if (limit == 0) {
            return new RateLimit(RateLimit.UNKNOWN, RateLimit.UNKNOWN, Duration.ZERO);
        }
        if (schedule.now() >= windowEnd) {
            windowEnd = schedule.now() + WINDOW;
            counts.clear();
        }
        int count = counts.merge(budget, 1, Integer::sum);
        Duration untilReset = Duration.ofSeconds((windowEnd - schedule.now()) / 1_000_000_000 + 1);
        return new RateLimit(limit, count > limit ? OVER_LIMIT : limit - count, untilReset);
    }

    private Answer answer(ApiRequest request, List<Piece> pieces, RateLimit left) {
        if (request.path().equals("/videos") && request.method() == Method.POST) {
            RequestBody.Json body = (RequestBody.Json) request.body();
            return ok(create(((VideoCreation) body.value()).metadata()).video(), left);
        }
        if (request.path().equals("/videos") || request.path().equals("/discarded/videos")) {
            return ok(find(request), left);
        }
        boolean first = request.path().equals("/upload") && named(request) == null;
        FakeContainer container = first ? create(List.of()) : containers.get(named(request));
        if (container == null || schedule.now() < container.knownFrom && !first && schedule.percent(50)) {
            return refused(404, "resource-not-found", left);
        }
        if (request.body() instanceof RequestBody.File file) {
            return store(container, file, pieces, left);
        }
        if (request.method() == Method.DELETE) {
            containers.remove(container.videoId);
            return ok(null, left);
        }
        return ok(
                request.path().endsWith("/status") ? container.status(schedule.now() - within(lag)) : container.video(),
                left);
    }

    /** Returns the container that a request names; null if a delegated upload has to create one. */
    static String named(ApiRequest request) {
        if (!request.path().equals("/upload")) {
            return request.variables().isEmpty() ? null : request.variables().get(0);
        }
        return ((RequestBody.File) request.body()).fields().get("videoId");
    }

    private Page<Video> find(ApiRequest request) {
        List<Video> found = containers.values().stream()
                .filter(container -> request.path().equals("/videos")
                        && container.metadata.stream().anyMatch(entry -> request.query()
                                .contains(new Parameter("metadata[" + entry.key() + "]", entry.value()))))
                .map(FakeContainer::video)
                .toList();
        return new Page<>(found, null, 1, false);
    }

    private Answer store(FakeContainer container, RequestBody.File file, List<Piece> pieces, RateLimit left) {
        int number = number(file);
        int total = total(file);
        if (container.isComplete()) {
            return refused(400, "video-source-already-uploaded", left);
        }
        if (container.has(number)) {
            return refused(400, "video-content-range-by-part-part-already-sent", left);
        }
        if (!container.store(number, total, pieces, schedule.now())) {
            return refused(400, "video-content-range-by-part-bad-total", left);
        }
        schedule.trace(container.videoId + " has part " + number + "/" + total);
        return ok(container.video(), left);
    }

    static int number(RequestBody.File file) {
        return file.contentRange() == null ? 1 : Integer.parseInt(range(file)[0]);
    }

    /** Returns the total that a part says; 0 if it says none. */
    static int total(RequestBody.File file) {
        if (file.contentRange() == null) {
            return 1;
        }
        String total = range(file)[1];
        return total.equals("*") ? 0 : Integer.parseInt(total);
    }

    private static String[] range(RequestBody.File file) {
        return file.contentRange().substring("part ".length()).split("/");
    }

    private static Answer ok(Object value, RateLimit left) {
        return new Answer(200, null, value, left);
    }

    static Answer refused(int status, String slug, RateLimit left) {
        return new Answer(status, slug, null, left);
    }
}
