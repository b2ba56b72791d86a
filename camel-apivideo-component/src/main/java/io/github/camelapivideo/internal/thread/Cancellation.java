// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Cancels running work: runs the registered actions once. Thread-safe. */
public final class Cancellation {

    // Guarded by this
    private final Set<Runnable> actions = new LinkedHashSet<>();
    private boolean cancelled;
    private Throwable reason;

    /** The registration of one action. */
    @FunctionalInterface
    public interface Registration {
        /** Removes the action. After the return, the action does not run and is not running. */
        void close();
    }

    /** Runs the action on cancellation; at once if that has happened already. The action must not block. */
    public synchronized Registration onCancel(Runnable action) {
        if (cancelled) {
            action.run();
            return () -> {};
        }
        // A new wrapper for each registration, because the set would merge equal actions.
        Runnable registered = action::run;
        actions.add(registered);
        return () -> remove(registered);
    }

    /** Returns true after {@link #cancel}. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Returns why it was cancelled; null if it was not, or for no reason of its own. */
    public synchronized Throwable reason() {
        return reason;
    }

    /** Cancels for a reason. Only the first cancellation counts. */
    public synchronized void cancel(Throwable why) {
        if (!cancelled) {
            reason = why;
            cancel();
        }
    }

    /** Cancels: runs the actions on this thread. */
    public synchronized void cancel() {
        cancelled = true;
        // An action may remove others.
        for (Iterator<Runnable> next = actions.iterator(); next.hasNext(); next = actions.iterator()) {
            Runnable action = next.next();
            next.remove();
            action.run();
        }
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }
}
