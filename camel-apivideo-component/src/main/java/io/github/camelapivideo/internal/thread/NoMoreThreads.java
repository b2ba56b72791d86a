// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.concurrent.RejectedExecutionException;

/** A task that cannot run, because the machine starts no more threads. */
public final class NoMoreThreads extends RejectedExecutionException {

    private static final long serialVersionUID = 1;

    NoMoreThreads(OutOfMemoryError cause) {
        super("the machine starts no more threads: " + cause.getMessage(), cause);
    }

    /** Returns the failure of this kind among the causes of a failure; another one if there is none. */
    public static Throwable in(Throwable problem, Throwable other) {
        Throwable cause = Failures.cause(problem);
        return cause instanceof NoMoreThreads ? cause : other;
    }
}
