// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import io.github.camelapivideo.internal.thread.Lanes;
import io.github.camelapivideo.internal.thread.PatientThreads;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ShutdownStrategy;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The threads of a component, all of them Camel's. */
public final class ApiVideoThreads {

    /** The maxPoolSize and the keepAliveTime of a thread pool profile of this name apply to the lanes. */
    static final String PROFILE = "apivideo";

    private static final int DEFAULT_LANES = 48;
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(10);

    private final ExecutorServiceManager manager;
    private final Object owner;
    private final ThreadPoolProfile profile;

    public ApiVideoThreads(CamelContext context, Object owner) {
        this.manager = context.getExecutorServiceManager();
        this.owner = owner;
        this.profile = profile(manager.getThreadPoolProfile(PROFILE));
    }

    private static ThreadPoolProfile profile(ThreadPoolProfile chosen) {
        ThreadPoolProfile profile = chosen != null ? chosen.clone() : new ThreadPoolProfile(PROFILE);
        int lanes = profile.getMaxPoolSize() != null ? profile.getMaxPoolSize() : DEFAULT_LANES;
        profile.setPoolSize(lanes);
        profile.setMaxPoolSize(lanes);
        profile.setAllowCoreThreadTimeOut(true);
        // A waiting task is a few objects. A full queue would fail uploads, or move their work to the route's thread.
        profile.setMaxQueueSize(Integer.MAX_VALUE);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    public ExecutorService newLanes() {
        return manager.newThreadPool(owner, "ApiVideoLane", profile);
    }

    /** Returns lanes on these threads; virtual threads alone have no limit. */
    public Lanes inTurns(ExecutorService lanes, PatientThreads later) {
        return new Lanes(lanes, later, laneCount());
    }

    private int laneCount() {
        return profile.getMaxPoolSize();
    }

    /**
     * Returns the largest number of connections at once: one for each lane, and one for the health check; and if the
     * bandwidth is limited, one for each upload and as many more as there are lanes.
     *
     * @param mostUploads the largest number of uploads at once
     */
    public int connections(int mostUploads) {
        return (int) Math.min(Integer.MAX_VALUE, 2L * laneCount() + 1 + mostUploads);
    }

    public PatientThreads newReplies(ScheduledExecutorService timer) {
        return new PatientThreads(manager.newCachedThreadPool(owner, "ApiVideoReply"), timer);
    }

    public ScheduledExecutorService newTimer() {
        return newTimer(manager, owner, "ApiVideoTimer");
    }

    /**
     * Returns a timer with one thread, which runs already: later the machine might start no more. Everything that waits has
     * a task in its queue, so the queue has no limit.
     */
    static ScheduledExecutorService newTimer(ExecutorServiceManager manager, Object owner, String name) {
        ThreadPoolProfile profile = new ThreadPoolProfile(name);
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        profile.setMaxQueueSize(-1);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        ScheduledExecutorService timer = manager.newScheduledThreadPool(owner, name, profile);
        timer.execute(() -> {});
        return timer;
    }

    /** Returns how long uploads may take to end when the component stops. */
    public static Duration patience(CamelContext context) {
        ShutdownStrategy strategy = context.getShutdownStrategy();
        if (strategy.getTimeUnit() == null) {
            // The strategy of Camel Quarkus' dev mode does not wait.
            return Duration.ZERO;
        }
        Duration timeout =
                Duration.of(strategy.getTimeout(), strategy.getTimeUnit().toChronoUnit());
        return timeout.compareTo(LONGEST_PATIENCE) < 0 ? timeout : LONGEST_PATIENCE;
    }

    /** Ends the threads, after every upload has ended; tasks left on the timer have no effect. */
    public static void shutdown(
            CamelContext context, ExecutorService timer, ExecutorService lanes, PatientThreads replies) {
        ExecutorServiceManager manager = context.getExecutorServiceManager();
        long patience = patience(context).toMillis();
        if (timer != null) {
            manager.shutdownNow(timer);
        }
        if (lanes != null) {
            manager.shutdownGraceful(lanes, patience);
        }
        if (replies != null) {
            replies.end(threads -> manager.shutdownGraceful(threads, patience));
        }
    }
}
