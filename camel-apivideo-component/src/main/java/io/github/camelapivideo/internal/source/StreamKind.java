// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import java.io.IOException;
import java.util.regex.Pattern;

/** What a stream is read from, which decides how a reading is ended and what is likely when there is nothing to read. */
public enum StreamKind {

    /** A stream from anywhere, which can be read once. */
    LIVE(false) {
        @Override
        String whenEmpty() {
            return ". The body is a stream that an earlier try has read already, or that a step before this one has read, for"
                    + " example log(\"${body}\") or a conversion; unless it was empty from the start. " + KEEP_IT;
        }
    },

    /** The reader's own copy of what is kept in memory or on disk. */
    KEPT(true),

    /** Made for this reader out of a body that is no stream. */
    MADE(false);

    /** What lets a stream be read more than once. */
    public static final String KEEP_IT =
            "Let the route keep the stream: stream caching, spooled to disk for large videos"
                    + " (camel.main.streamCachingEnabled=true, camel.main.streamCachingSpoolEnabled=true), or a file as body";

    private static final Pattern CLOSED = Pattern.compile("\\bclosed\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLOSED_BY_THE_OTHER_END =
            Pattern.compile("connection|peer|remote|server|premature", Pattern.CASE_INSENSITIVE);

    private final boolean prompt;

    StreamKind(boolean prompt) {
        this.prompt = prompt;
    }

    /** Whether reading is always over soon. */
    boolean isPrompt() {
        return prompt;
    }

    /** What is to be said beside that the body is empty; an empty text if nothing is likely. */
    String whenEmpty() {
        return "";
    }

    /** What is to be said beside a failure to read; an empty text if nothing is likely. */
    static String whenUnreadable(IOException problem) {
        return isClosed(problem)
                ? ". The stream was closed before it was read to its end. Usual causes: a step before this one has read and"
                        + " closed it, for example log(\"${body}\"); or the exchange that it belongs to has ended, as after"
                        + " wireTap, seda, or the timeout of a circuit breaker or multicast. Let the upload be a step of that"
                        + " exchange's own route, which waits for its end. " + KEEP_IT
                : "";
    }

    private static boolean isClosed(IOException problem) {
        if (problem instanceof java.nio.channels.ClosedChannelException) {
            return true;
        }
        String text = String.valueOf(problem.getMessage());
        return CLOSED.matcher(text).find()
                && !CLOSED_BY_THE_OTHER_END.matcher(text).find();
    }
}
