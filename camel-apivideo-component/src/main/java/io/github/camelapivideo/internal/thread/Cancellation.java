// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.LinkedHashSet;
import java.util.Set;

/** Ends what is under way. Thread-safe. */
public final class Cancellation {

    // Guarded by this
    private final Set<Runnable> actions = new LinkedHashSet<>();
    private boolean cancelled;

    /** Takes back an action; once this returned, the action does not run and is not running. */
    @FunctionalInterface
    public interface Registration {
        void close();
    }

    /** Runs the action when it is time to end, at once if that was before. The action must not block. */
    public synchronized Registration onCancel(Runnable action) {
        if (cancelled) {
            action.run();
            return () -> {};
        }
        // A wrapper of its own, so that equal actions are kept apart.
        Runnable registered = action::run;
        actions.add(registered);
        return () -> remove(registered);
    }

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** It is time to end. */
    public synchronized void cancel() {
        cancelled = true;
        actions.forEach(Runnable::run);
        actions.clear();
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }
}
