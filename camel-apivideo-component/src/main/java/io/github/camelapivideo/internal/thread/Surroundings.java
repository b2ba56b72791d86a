// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.MDC;

/**
 * What a thread has around its work besides its arguments: the MDC of its log, and the context of its trace if
 * OpenTelemetry is on the class path. Carried to the other threads that do the same work. Immutable.
 */
public final class Surroundings {

    /** Nothing, which costs nothing. */
    static final Surroundings NONE = new Surroundings(null, null);

    private static final boolean TRACED = isTraced();

    // Both null if the thread has none
    private final Map<String, String> log;
    private final Trace trace;

    private Surroundings(Map<String, String> log, Trace trace) {
        this.log = log;
        this.trace = trace;
    }

    /** Returns what the caller's thread has now. */
    public static Surroundings ofThisThread() {
        Map<String, String> log = MDC.getCopyOfContextMap();
        Trace trace = TRACED ? Trace.ofThisThread() : null;
        boolean nothing = (log == null || log.isEmpty()) && trace == null;
        return nothing ? NONE : new Surroundings(log, trace);
    }

    /** Returns a task that has these surroundings, on whichever thread it runs; the same task if there are none. */
    public Runnable around(Runnable task) {
        if (this == NONE) {
            return task;
        }
        Runnable traced = trace == null ? task : () -> trace.run(task);
        return () -> withLog(traced);
    }

    /** Calls work that has these surroundings. */
    public <T> T call(Callable<T> work) throws Exception {
        Called<T> called = new Called<>(work);
        around(called).run();
        return called.result();
    }

    private void withLog(Runnable task) {
        Map<String, String> before = MDC.getCopyOfContextMap();
        setLog(log);
        try {
            task.run();
        } finally {
            setLog(before);
        }
    }

    private static void setLog(Map<String, String> values) {
        if (values == null) {
            MDC.clear();
        } else {
            MDC.setContextMap(values);
        }
    }

    private static boolean isTraced() {
        try {
            return Trace.isThere();
        } catch (LinkageError e) {
            // There is no OpenTelemetry.
            return false;
        }
    }

    /** The context of a trace; the only class of this room that knows OpenTelemetry. */
    private record Trace(Context context) {

        static boolean isThere() {
            return Context.root() != null;
        }

        static Trace ofThisThread() {
            Context now = Context.current();
            return now == Context.root() ? null : new Trace(now);
        }

        void run(Runnable task) {
            Context before = Context.current();
            Scope scope = context.makeCurrent();
            try {
                task.run();
            } finally {
                scope.close();
                if (Context.current() != before) {
                    // The task has left a context of its own behind: the next one on this thread must not see it.
                    before.makeCurrent();
                }
            }
        }
    }

    private static final class Called<T> implements Runnable {
        private final Callable<T> work;
        private T value;
        private Exception problem;

        Called(Callable<T> work) {
            this.work = work;
        }

        @Override
        public void run() {
            try {
                value = work.call();
            } catch (Exception e) {
                problem = e;
            }
        }

        T result() throws Exception {
            if (problem != null) {
                throw problem;
            }
            return value;
        }
    }
}
