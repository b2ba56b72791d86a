// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.polling;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.claim.Claims;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.operation.Reply;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One poll: gives each pending video its turn. A video is described anew before the route gets it, and dropped if it is
 * gone. For one thread.
 */
public final class Poll {

    private static final Logger LOG = LoggerFactory.getLogger(Poll.class);

    // The sandbox allows 100 requests a minute, and a poll a minute is usual.
    private static final int MOST_QUESTIONS = 20;

    private static final int NOT_FOUND = 404;

    private final Emit emit;
    private final Moments moments;
    private final AccountReads reads;
    private final Claims claims;
    private final Tail tail;
    private final Backlog backlog;
    private final LongSupplier nanoTime;
    private final Iterator<Pending> turns;
    private int questions;
    private Exception failure;

    Poll(
            Emit emit,
            Moments moments,
            AccountReads reads,
            Claims claims,
            Tail tail,
            Backlog backlog,
            LongSupplier nanoTime) {
        this.emit = emit;
        this.moments = moments;
        this.reads = reads;
        this.claims = claims;
        this.tail = tail;
        this.backlog = backlog;
        this.nanoTime = nanoTime;
        this.turns = backlog.all().iterator();
    }

    /**
     * Returns the next videos for the route; none if each has had its turn.
     *
     * @param most the largest number of them
     * @throws Exception if the service or the repository fails; after the videos that were found before were returned
     */
    public List<FoundVideo> next(int most) throws Exception {
        List<FoundVideo> found = new ArrayList<>();
        while (found.size() < most && failure == null && turns.hasNext()) {
            turn(turns.next()).ifPresent(found::add);
        }
        if (found.isEmpty() && failure != null) {
            throw failure;
        }
        return found;
    }

    private Optional<FoundVideo> turn(Pending pending) {
        try {
            return emit == Emit.playable ? ifPlayable(pending) : claimed(pending, null);
        } catch (ApiVideoException | RuntimeException e) {
            if (isGone(e)) {
                backlog.remove(pending);
            } else {
                failure = e;
                backlog.putLast(pending);
            }
            return Optional.empty();
        }
    }

    private static boolean isGone(Exception failure) {
        return failure instanceof Rejected refusal && refusal.getStatus() == NOT_FOUND;
    }

    private Optional<FoundVideo> ifPlayable(Pending pending) throws ApiVideoException {
        // After a restart the list may have thousands that the route has had.
        if (!pending.isAsked() && claims.knows(pending.key())) {
            return gone(pending);
        }
        if (questions == MOST_QUESTIONS || !pending.isDue(nanoTime.getAsLong())) {
            return Optional.empty();
        }
        questions++;
        VideoStatus status = reads.read(VideoRequests.status(pending.videoId()));
        return switch (pending.answered(status, nanoTime.getAsLong())) {
            case REACHED -> claimed(pending, status);
            case NEVER -> never(pending);
            case NOT_YET, ONCE_MORE -> later(pending);
        };
    }

    private Optional<FoundVideo> never(Pending pending) {
        LOG.warn("Video {} will never be playable: its encoding failed", pending.videoId());
        return gone(pending);
    }

    private Optional<FoundVideo> gone(Pending pending) {
        backlog.remove(pending);
        return Optional.empty();
    }

    private Optional<FoundVideo> later(Pending pending) {
        backlog.putLast(pending);
        return Optional.empty();
    }

    /** @param status null if it was not asked */
    private Optional<FoundVideo> claimed(Pending pending, VideoStatus status) throws ApiVideoException {
        return switch (claims.claim(pending.key())) {
            case known -> gone(pending);
            case inFlight -> later(pending);
            case fresh -> described(pending, status);
        };
    }

    private Optional<FoundVideo> described(Pending pending, VideoStatus status) throws ApiVideoException {
        boolean given = false;
        try {
            Optional<Video> video = moments.look(pending.videoId(), reads);
            given = video.isPresent();
            return given ? Optional.of(found(video.get(), status, pending)) : notAnyMore(pending);
        } finally {
            if (!given) {
                claims.failed(pending.key());
            }
        }
    }

    // It may reach the moment again.
    private Optional<FoundVideo> notAnyMore(Pending pending) {
        tail.forget(pending.key());
        return gone(pending);
    }

    private FoundVideo found(Video video, VideoStatus status, Pending pending) {
        Reply reply = Reply.video(video);
        return new FoundVideo(status == null ? reply : reply.with(status), pending, claims, backlog);
    }
}
