// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.Credentials;
import io.github.camelapivideo.internal.call.Credentials.Credential;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.Transport;
import io.github.camelapivideo.internal.part.PartSink;
import io.github.camelapivideo.internal.part.SourceException;
import io.github.camelapivideo.internal.text.Secret;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Carries the requests of one upload to the {@link FakeService}; each may meet a fault. Checks the upload: never the same
 * part twice at once, no part after its acceptance was answered, no more than {@code parallelism} parts at once, the last
 * part of a stream alone, no request after the end.
 */
final class FaultyTransport implements Transport, Credentials {

    private static final RateLimit NOT_TOLD = new RateLimit(RateLimit.UNKNOWN, RateLimit.UNKNOWN, Duration.ZERO);
    private static final int MOST_EXPIRIES = 4;

    /** A fault of one request. */
    enum Fault {
        NONE,

        /** Not sent: no connection. */
        NOT_SENT,

        /** The connection breaks in the body. */
        CUT,

        /** Lost before it arrives; the sender cannot know. */
        LOST,

        /** Carried out, but the answer is lost. */
        ANSWER_LOST,

        /** Carried out after the sender has given it up. */
        LATE,

        /** A 5xx before it is carried out. */
        ERROR,

        /** A 5xx after it was carried out. */
        ERROR_AFTER,

        /** A 429. */
        TOO_MANY,

        /** A 401: the access token has expired. */
        EXPIRED,

        /** A refusal that no retry changes. */
        REFUSED
    }

    private static final Fault[] PASSING = {
        Fault.NOT_SENT,
        Fault.CUT,
        Fault.LOST,
        Fault.ANSWER_LOST,
        Fault.LATE,
        Fault.ERROR,
        Fault.ERROR_AFTER,
        Fault.TOO_MANY,
        Fault.EXPIRED
    };

    private final Schedule schedule;
    private final FakeService service;
    private final int parallelism;
    private final int chance;
    private final boolean maybeRefused;
    private final Set<Integer> onTheWay = new HashSet<>();
    private final Set<Integer> accepted = new HashSet<>();
    private int faults;
    private int expiries;
    private int token;
    private boolean ended;
    private boolean refused;
    private boolean partLost;

    /**
     * @param faults the most faults
     * @param chance of a fault for each request, in percent
     * @param maybeRefused true if faults may be final refusals
     */
    FaultyTransport(
            Schedule schedule, FakeService service, int parallelism, int faults, int chance, boolean maybeRefused) {
        this.schedule = schedule;
        this.service = service;
        this.parallelism = parallelism;
        this.faults = faults;
        this.chance = chance;
        this.maybeRefused = maybeRefused;
    }

    /** The upload has ended. */
    void end() {
        ended = true;
    }

    /** Returns true after a final refusal. */
    boolean hasRefused() {
        return refused;
    }

    /** Returns true if a part may have been stored although its answer was lost. */
    boolean hasLostPart() {
        return partLost;
    }

    private Fault fault(ApiRequest request) {
        if (faults == 0 || !schedule.percent(chance)) {
            return Fault.NONE;
        }
        Fault fault = maybeRefused && schedule.percent(10) ? Fault.REFUSED : schedule.any(PASSING);
        boolean impossible = fault == Fault.EXPIRED && (request.delegated() || ++expiries > MOST_EXPIRIES)
                // No client can find a container that is created after the search for it.
                || fault == Fault.LATE
                        && !(request.body() instanceof RequestBody.File file && FakeService.named(request) != null)
                || fault == Fault.CUT && !(request.body() instanceof RequestBody.File);
        if (impossible) {
            return Fault.NONE;
        }
        faults--;
        refused |= fault == Fault.REFUSED;
        return fault;
    }

    @Override
    public ApiAnswer send(ApiRequest request, Credential credential, Cancellation cancellation)
            throws Unreachable, SourceException {
        if (ended) {
            schedule.violated("after the end: " + request.what());
        }
        if (!(request.body() instanceof RequestBody.File file)) {
            return exchange(request, cancellation);
        }
        int number = FakeService.number(file);
        if (accepted.contains(number)) {
            schedule.violated("part " + number + " is sent again, although the service has said that it has it");
        }
        if (!onTheWay.add(number)) {
            schedule.violated("part " + number + " is sent twice at once");
        }
        if (onTheWay.size() > parallelism) {
            schedule.violated(onTheWay.size() + " parts are sent at once");
        }
        try {
            ApiAnswer answer = exchange(request, cancellation);
            if (answer.isSuccess()) {
                accepted.add(number);
            }
            return answer;
        } finally {
            onTheWay.remove(number);
        }
    }

    private ApiAnswer exchange(ApiRequest request, Cancellation cancellation) throws Unreachable, SourceException {
        Fault fault = fault(request);
        schedule.trace(request.what() + (fault == Fault.NONE ? "" : " meets " + fault));
        schedule.block();
        if (fault == Fault.NOT_SENT) {
            throw new Unreachable(request.what(), false, new IOException("refused"));
        }
        List<Piece> pieces = written(request, fault);
        schedule.block();
        ApiAnswer answer = carriedOut(request, pieces, fault);
        // A slow request is slow before this: an answer older than recordTimeout would say what is no longer true.
        schedule.blockBriefly();
        if (answer == null || cancellation.isCancelled()) {
            throw lost(request);
        }
        if (!answer.isSuccess()) {
            schedule.trace(request.what() + " is answered with " + answer.status());
        }
        return answer;
    }

    private Unreachable lost(ApiRequest request) {
        partLost |= request.body() instanceof RequestBody.File;
        return new Unreachable(request.what(), true, new IOException("no answer"));
    }

    private List<Piece> written(ApiRequest request, Fault fault) throws Unreachable, SourceException {
        List<Piece> pieces = new ArrayList<>();
        if (request.body() instanceof RequestBody.File file) {
            try {
                file.content().writeTo(sink(pieces, fault));
            } catch (SourceException e) {
                throw e;
            } catch (IOException e) {
                throw lost(request);
            }
            file.written().accept(file.content().length());
        }
        return pieces;
    }

    private PartSink sink(List<Piece> pieces, Fault fault) {
        return new PartSink() {
            @Override
            public int copySize() {
                return Piece.SIZE;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                schedule.block();
                if (fault == Fault.CUT) {
                    throw new IOException("the connection broke");
                }
                pieces.add(Piece.of(bytes, offset));
            }
        };
    }

    /** Returns the answer; null if it is lost. */
    private ApiAnswer carriedOut(ApiRequest request, List<Piece> pieces, Fault fault) {
        switch (fault) {
            case LOST:
                return null;
            case LATE:
                schedule.outside(() -> service.answer(request, pieces));
                return null;
            case ANSWER_LOST:
                service.answer(request, pieces);
                return null;
            case ERROR:
                return FakeService.refused(503, "unavailable", NOT_TOLD);
            case ERROR_AFTER:
                service.answer(request, pieces);
                partLost |= request.body() instanceof RequestBody.File;
                return FakeService.refused(500, "broken", NOT_TOLD);
            case TOO_MANY:
                return FakeService.refused(
                        429, "too-many-requests", service.nothingLeft(Duration.ofSeconds(1 + schedule.number(5))));
            case EXPIRED:
                return FakeService.refused(401, "expired", NOT_TOLD);
            case REFUSED:
                return FakeService.refused(403, "forbidden", NOT_TOLD);
            default:
                return service.answer(request, pieces);
        }
    }

    @Override
    public CompletableFuture<Void> ready(Cancellation cancellation) {
        if (schedule.percent(90)) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> ready = new CompletableFuture<>();
        schedule.outside(() -> ready.complete(null));
        return ready;
    }

    @Override
    public Credential current() {
        return new Credential(new Secret("Bearer " + token), Stream::empty);
    }

    @Override
    public boolean refused(Secret header) {
        token++;
        return true;
    }
}
