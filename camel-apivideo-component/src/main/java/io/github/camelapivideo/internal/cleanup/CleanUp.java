// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.cleanup;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.list.ListReader;
import io.github.camelapivideo.internal.list.Listing;
import io.github.camelapivideo.internal.text.LogSafe;
import io.github.camelapivideo.internal.thread.Failures;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes abandoned containers. Reads behind all other reads of the account. Remembers the identifiers of complete
 * videos, which no later run asks about. Thread-safe; one for each endpoint.
 */
public final class CleanUp {

    private static final Logger LOG = LoggerFactory.getLogger(CleanUp.class);

    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final int PAGE_SIZE = 100;
    private static final Set<Integer> ACCESS_REFUSED = Set.of(401, 403);

    private final Duration maxAge;
    private final boolean dryRun;
    private final ListReader.Caller caller;
    private final Predicate<String> running;
    private final Set<String> complete = ConcurrentHashMap.newKeySet();

    private final SeenChanges changes;

    // Of the latest run; null before the first one.
    private volatile Instant latest;

    /**
     * @param maxAge the age from which an incomplete container counts as abandoned
     * @param dryRun true if nothing is deleted
     * @param running tells whether an upload of this process fills a video now
     * @throws IllegalArgumentException if {@code maxAge} is less than an hour
     */
    public CleanUp(Duration maxAge, boolean dryRun, ListReader.Caller caller, Predicate<String> running) {
        this.maxAge = checked(maxAge);
        this.changes = new SeenChanges(maxAge);
        this.dryRun = dryRun;
        this.caller = caller;
        this.running = running;
    }

    /**
     * Returns the age.
     *
     * @throws IllegalArgumentException if it is less than an hour
     */
    public static Duration checked(Duration maxAge) {
        if (maxAge.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("maxAge=" + maxAge.toMillis() + ": allowed is 1h (" + SHORTEST.toMillis()
                    + " ms) or more; a container that an upload fills now looks the same");
        }
        return maxAge;
    }

    /**
     * What a run has found.
     *
     * @param abandoned the containers that were deleted, or that would have been, the oldest first
     * @param deleted the number of deleted ones
     */
    public record Result(List<Video> abandoned, int deleted) {}

    /**
     * Runs once.
     *
     * @param filters choose the videos that are considered
     */
    public CompletableFuture<Result> run(List<Parameter> filters) {
        // The clock of this machine may be wrong: a running upload would be taken for an old one.
        return read(VideoRequests.time()).thenCompose(now -> {
            latest = now;
            Run run = new Run(now, oldestFirst(filters));
            run.proceed();
            return run.result;
        });
    }

    /** Looks once more at a container that the latest run has found; empty if it is not abandoned any more. */
    public CompletableFuture<Optional<Video>> look(String videoId) {
        Instant now = latest;
        CompletableFuture<Optional<Video>> described =
                read(VideoRequests.get(videoId).ifExists());
        return described.thenCompose(
                video -> read(VideoRequests.status(videoId).ifExists()).thenApply(status -> {
                    boolean is = video.isPresent()
                            && status.isPresent()
                            && new Abandonment(now.minus(maxAge)).is(video.get(), status.get())
                            && changes.rests(videoId, status.get(), now)
                            && !running.test(videoId);
                    return is ? video : Optional.empty();
                }));
    }

    private ListReader<Video> oldestFirst(List<Parameter> filters) {
        List<Parameter> query = new ArrayList<>(filters);
        query.add(new Parameter("sortBy", "createdAt"));
        query.add(new Parameter("sortOrder", "asc"));
        return new ListReader<>(
                new Listing<>("/videos", List.of(), null, Video.class, Video::videoId, query, null, PAGE_SIZE),
                this::read);
    }

    private <T> CompletableFuture<T> read(ApiCall<T> call) {
        return caller.call(call.countingAs(Budget.POLLS));
    }

    /** A container that looked abandoned, and its status then. */
    private record Suspect(String videoId, VideoStatus status) {}

    /** One run. For one thread at a time. */
    private final class Run {
        private final Instant now;
        private final Abandonment abandonment;
        private final ListReader<Video> reader;
        private final Queue<Video> listed = new ArrayDeque<>();
        private final Queue<Suspect> suspects = new ArrayDeque<>();
        private final List<Video> abandoned = new ArrayList<>();
        private final CompletableFuture<Result> result = new CompletableFuture<>();
        private boolean othersAreYounger;

        Run(Instant now, ListReader<Video> reader) {
            this.now = now;
            this.abandonment = new Abandonment(now.minus(maxAge));
            this.reader = reader;
        }

        // A loop for immediate answers: a long chain of futures could overflow the stack.
        void proceed() {
            try {
                for (CompletableFuture<?> step = step(); step != null; step = step()) {
                    if (!step.isDone() || step.isCompletedExceptionally()) {
                        step.whenComplete(this::ended);
                        return;
                    }
                }
                result.complete(new Result(List.copyOf(abandoned), dryRun ? 0 : abandoned.size()));
            } catch (RuntimeException e) {
                result.completeExceptionally(e);
            }
        }

        private void ended(Object done, Throwable problem) {
            if (problem == null) {
                proceed();
            } else {
                result.completeExceptionally(Failures.cause(problem));
            }
        }

        /** Begins the next step; null if there is none. */
        private CompletableFuture<?> step() {
            if (!listed.isEmpty()) {
                return surviving(listed.element().videoId(), look(listed.remove()));
            }
            if (!reader.isDone() && !othersAreYounger) {
                return reader.next().thenAccept(this::take);
            }
            return suspects.isEmpty() ? null : surviving(suspects.element().videoId(), lookAgain(suspects.remove()));
        }

        private void take(List<Video> page) {
            page.stream()
                    .filter(abandonment::mayBe)
                    .filter(video -> !complete.contains(video.videoId()))
                    .forEach(listed::add);
            othersAreYounger = page.stream().anyMatch(abandonment::isBefore);
        }

        private CompletableFuture<Void> look(Video video) {
            String videoId = video.videoId();
            return status(videoId)
                    .thenAccept(found -> found.ifPresent(status -> {
                        if (abandonment.is(video, status) && changes.rests(videoId, status, now)) {
                            suspects.add(new Suspect(videoId, status));
                        } else if (status.complete()) {
                            complete.add(videoId);
                        }
                    }));
        }

        /** Reads everything once more, right before the deletion: an upload may have resumed meanwhile. */
        private CompletableFuture<Void> lookAgain(Suspect suspect) {
            return read(VideoRequests.get(suspect.videoId()).ifExists())
                    .thenCompose(video -> video.isEmpty()
                            ? CompletableFuture.completedFuture(null)
                            : status(suspect.videoId()).thenCompose(status -> judge(suspect, video.get(), status)));
        }

        private CompletableFuture<Void> judge(Suspect suspect, Video video, Optional<VideoStatus> status) {
            boolean rests = status.filter(found -> changes.rests(suspect.videoId(), found, now))
                    .isPresent();
            if (!rests || !abandonment.is(video, suspect.status()) || running.test(video.videoId())) {
                return CompletableFuture.completedFuture(null);
            }
            if (dryRun) {
                abandoned.add(video);
                return CompletableFuture.completedFuture(null);
            }
            return caller.call(deletion(suspect)).thenAccept(existed -> {
                if (existed) {
                    changes.forget(video.videoId());
                    abandoned.add(video);
                    LOG.info(
                            "Abandoned container {} '{}' of {} deleted",
                            video.videoId(),
                            LogSafe.brief(Objects.requireNonNullElse(video.title(), "")),
                            LogSafe.brief(video.createdAt()));
                }
            });
        }

        // Between two tries an upload may resume, and even end.
        private ApiCall<Boolean> deletion(Suspect suspect) {
            String videoId = suspect.videoId();
            ApiCall<Optional<VideoStatus>> look =
                    VideoRequests.status(videoId).ifExists().countingAs(Budget.POLLS);
            return VideoRequests.delete(videoId).lookingBeforeRepetition(look.map(status -> {
                boolean resumed = running.test(videoId)
                        || status.isPresent() && !status.get().equals(suspect.status());
                return resumed ? Optional.of(false) : Optional.empty();
            }));
        }

        private CompletableFuture<Optional<VideoStatus>> status(String videoId) {
            return read(VideoRequests.status(videoId).ifExists());
        }

        /** Leaves a container about which a request is refused, or its answer odd, so that it holds up no other. */
        private CompletableFuture<Void> surviving(String videoId, CompletableFuture<Void> step) {
            return step.handle((done, problem) -> {
                        Throwable failure = Failures.cause(problem);
                        if (failure instanceof ApiVideoException reason && isAboutOne(reason)) {
                            LOG.warn(
                                    "Container {} is left as it is; look at it with getStatus: {}",
                                    videoId,
                                    reason.getMessage());
                            return CompletableFuture.<Void>completedFuture(null);
                        }
                        return step;
                    })
                    .thenCompose(Function.identity());
        }

        private static boolean isAboutOne(ApiVideoException failure) {
            boolean refused = failure instanceof Rejected
                    && !RetryPolicy.mayPass(failure)
                    && !ACCESS_REFUSED.contains(failure.getStatus());
            return refused || failure.getCause() instanceof OddAnswerException;
        }
    }
}
