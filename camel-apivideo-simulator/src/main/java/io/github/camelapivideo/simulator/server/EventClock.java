// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the work that no request starts, such as the end of an encoding: every 20 ms each source of events emits what is
 * due by the simulator's clock. Thread-safe. The caller closes it.
 */
final class EventClock implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventClock.class);
    private static final Duration TICK = Duration.ofMillis(20);

    private final ScheduledExecutorService scheduler =
            new ScheduledThreadPoolExecutor(1, EventClock::daemon, new ThreadPoolExecutor.DiscardPolicy());

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "apivideo-simulator-events");
        thread.setDaemon(true);
        return thread;
    }

    /** The scheduler of this clock, which shuts it down. */
    ScheduledExecutorService scheduler() {
        return scheduler;
    }

    void start(List<Runnable> sources) {
        sources.forEach(source -> scheduler.scheduleWithFixedDelay(
                () -> advance(source), TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void advance(Runnable source) {
        try {
            source.run();
        } catch (RuntimeException e) {
            // The next turn must come.
            LOG.error("Events could not be emitted", e);
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
