// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.SourceException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The length that is declared for a body, before its end is read. Immutable.
 *
 * @param bytes the length in bytes, more than 0
 * @param trust the consequence if the body has another length
 * @param origin the source of the declaration, for messages
 * @param remedy the advice if the length is wrong, for messages
 */
public record DeclaredLength(long bytes, Trust trust, String origin, String remedy) {

    private static final Logger LOG = LoggerFactory.getLogger(DeclaredLength.class);

    /** The consequence if the body has another length than declared. */
    public enum Trust {
        /** The length may be of another body: it only helps to choose the size of the parts. */
        HINT,
        /** The length is of this body: a body of another length is uploaded, with a warning. */
        WARN,
        /** The length is of this body: a body of another length is not uploaded. */
        PROMISE
    }

    /** Returns a length that may be of another body. */
    public static DeclaredLength hint(long bytes, String origin) {
        return new DeclaredLength(bytes, Trust.HINT, origin, "");
    }

    /** Returns the length that the body itself declares. */
    public static DeclaredLength own(long bytes, Trust trust) {
        return new DeclaredLength(
                bytes, trust, "the body itself", "Another reader may have read or closed it at the same time.");
    }

    /** Returns true if the length is of this body and no other. */
    public boolean isOfBody() {
        return trust != Trust.HINT;
    }

    /** Returns true if a body of another length must not be uploaded. */
    public boolean isPromise() {
        return trust == Trust.PROMISE;
    }

    /**
     * Returns the size of the next part in bytes, so that the part does not exceed the promised length.
     *
     * @param read the number of bytes read so far
     */
    long atMost(long partSize, long read) {
        return isPromise() ? Math.min(partSize, bytes - read) : partSize;
    }

    /**
     * Refuses a body that has more bytes than promised.
     *
     * @param read the number of bytes read so far; more bytes follow
     */
    void checkUnfinished(long read) throws SourceException {
        if (isPromise() && read >= bytes) {
            throw new SourceException("The body has more than the " + bytes + " bytes that " + origin
                    + " promises: it became longer, or the route has changed it. " + remedy);
        }
    }

    /**
     * Compares the declared length with the actual length of the body.
     *
     * @param failure turns the message into the exception for a broken promise
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
        LOG.warn("{} (uploaded, because lengthCheck=warn)", text);
    }
}
