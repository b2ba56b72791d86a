// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import java.io.IOException;
import java.util.regex.Pattern;

/** The origin of a stream. It decides how a read is ended, and the likely cause of an empty stream. */
public enum StreamKind {

    /** A stream of any origin, which can be read once. */
    LIVE(false) {
        @Override
        String whenEmpty() {
            return ". The body is a stream that an earlier try has read already, or that a step before this one has read, for"
                    + " example log(\"${body}\") or a conversion; unless it was empty from the start. " + KEEP_IT;
        }
    },

    /** The reader's own copy of a stream cache, in memory or on disk. */
    KEPT(true),

    /** A stream that was made for this reader from a body that is no stream. */
    MADE(false);

    /** The advice for a stream that has to be read more than once, for messages. */
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

    /** Returns true if a read never blocks for long. */
    boolean isPrompt() {
        return prompt;
    }

    /** Returns the likely cause of an empty body, for messages; an empty text if none is likely. */
    String whenEmpty() {
        return "";
    }

    /** Returns the likely cause of a failure to read, for messages; an empty text if none is likely. */
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
