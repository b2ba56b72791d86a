// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.concurrent.CompletionException;

/** Unwraps the failures of futures. */
public final class Failures {

    private Failures() {}

    /** Returns the failure without the wrapper that a dependent future puts around it; null for null. */
    public static Throwable cause(Throwable problem) {
        Throwable cause = problem;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
