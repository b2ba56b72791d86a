// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ExecutorServiceManager;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/** The threads of a component, all of them Camel's. */
final class ApiVideoThreads {

    /** A thread pool profile of this name replaces the defaults. */
    static final String PROFILE = "apivideo";

    private static final int DEFAULT_LANES = 32;
    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(10);

    private final ExecutorServiceManager manager;
    private final Object owner;
    private final ThreadPoolProfile profile;

    ApiVideoThreads(CamelContext context, Object owner) {
        this.manager = context.getExecutorServiceManager();
        this.owner = owner;
        ThreadPoolProfile chosen = manager.getThreadPoolProfile(PROFILE);
        this.profile = chosen != null ? chosen : defaults();
    }

    private static ThreadPoolProfile defaults() {
        ThreadPoolProfile profile = new ThreadPoolProfile(PROFILE);
        profile.setPoolSize(DEFAULT_LANES);
        profile.setMaxPoolSize(DEFAULT_LANES);
        profile.setKeepAliveTime(30L);
        profile.setTimeUnit(TimeUnit.SECONDS);
        profile.setAllowCoreThreadTimeOut(true);
        // What waits for a lane is a few objects for each upload; a full queue would push work onto the route's thread.
        profile.setMaxQueueSize(-1);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    ExecutorService newLanes() {
        return manager.newThreadPool(owner, "ApiVideoLane", profile);
    }

    int laneCount() {
        return profile.getMaxPoolSize() == null ? DEFAULT_LANES : profile.getMaxPoolSize();
    }

    ExecutorService newReplies() {
        return manager.newCachedThreadPool(owner, "ApiVideoReply");
    }

    ScheduledExecutorService newTimer() {
        return manager.newSingleThreadScheduledExecutor(owner, "ApiVideoTimer");
    }

    /** How long the end of uploads may take when the component stops. */
    static Duration patience(CamelContext context) {
        Duration timeout = Duration.of(
                context.getShutdownStrategy().getTimeout(),
                context.getShutdownStrategy().getTimeUnit().toChronoUnit());
        return timeout.compareTo(LONGEST_PATIENCE) < 0 ? timeout : LONGEST_PATIENCE;
    }

    static void shutdown(CamelContext context, ExecutorService... executors) {
        for (ExecutorService executor : executors) {
            if (executor != null) {
                context.getExecutorServiceManager()
                        .shutdownGraceful(executor, patience(context).toMillis());
            }
        }
    }
}
