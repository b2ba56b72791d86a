// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.util.concurrent.CancellationException;

/** Something has ended early, because the component stops. */
public final class Stopping extends CancellationException {

    private static final long serialVersionUID = 1;

    public Stopping() {
        super("the component is stopping");
    }

    /** @param failure what would have been tried again */
    public Stopping(Throwable failure) {
        super("the component is stopping, and waits for no retry: " + failure.getMessage());
        initCause(failure);
    }

    /** Returns true if this is the reason of a failure. */
    public static boolean isReasonOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Stopping) {
                return true;
            }
        }
        return false;
    }
}
