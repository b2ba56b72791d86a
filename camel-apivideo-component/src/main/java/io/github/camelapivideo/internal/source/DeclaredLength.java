// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.SourceException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many bytes a body is said to have, before its end tells.
 *
 * @param bytes more than 0
 * @param origin what says so, for messages
 * @param remedy what to do where it is wrong, for messages
 */
public record DeclaredLength(long bytes, Trust trust, String origin, String remedy) {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredLength.class);

    /** How far a length is believed. */
    public enum Trust {
        /** It may be of another body: it only helps to choose the size of the parts. */
        HINT,
        /** It is of this body: a body of another length is uploaded, with a warning. */
        WARN,
        /** It is of this body: a body of another length is not uploaded. */
        PROMISE
    }

    /** A length that may be of another body. */
    public static DeclaredLength hint(long bytes, String origin) {
        return new DeclaredLength(bytes, Trust.HINT, origin, "");
    }

    /** The length that the body itself tells. */
    public static DeclaredLength own(long bytes, Trust trust) {
        return new DeclaredLength(
                bytes, trust, "the body itself", "Another reader may have read or closed it at the same time.");
    }

    /** Whether it is of this very body. */
    public boolean isOfBody() {
        return trust != Trust.HINT;
    }

    /** Whether the body has exactly so many bytes, or is no video. */
    public boolean isPromise() {
        return trust == Trust.PROMISE;
    }

    /** How large a part may be at most after so many bytes, not to go beyond what is promised. */
    long atMost(long partSize, long read) {
        return isPromise() ? Math.min(partSize, bytes - read) : partSize;
    }

    /** Refuses a body that goes on after so many bytes, if all that is promised has been read. */
    void checkUnfinished(long read) throws SourceException {
        if (isPromise() && read >= bytes) {
            throw new SourceException("The body has more than the " + bytes + " bytes that " + origin
                    + " promises: it became longer, or the route has changed it. " + remedy);
        }
    }

    /**
     * Compares the length that the body turns out to have.
     *
     * @param failure turns the message into what is thrown if the promise is broken
     */
    public <X extends Exception> void check(long actual, Function<String, X> failure) throws X {
        if (actual == bytes || trust == Trust.HINT) {
            return;
        }
        String text = "The body has " + actual + " bytes, but " + origin + " promises " + bytes + ": "
                + (actual < bytes ? "it was cut off" : "it became longer") + ", or the route has changed it. "
                + remedy;
        if (isPromise()) {
            throw failure.apply(text);
        }
        LOG.warn("{} (lengthCheck=warn: uploaded all the same)", text);
    }
}
