// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.support;

import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;
import org.apache.camel.util.concurrent.CamelThreadFactory;

/** The thread pools of a machine that starts no more threads for some tasks, and all later ones. Thread-safe. */
public final class FewThreads extends DefaultThreadPoolFactory {

    public static final String LANES = "ApiVideoLane";
    public static final String REPLIES = "ApiVideoReply";
    public static final String TIMER = "ApiVideoTimer";
    public static final String EVENTS = "ApiVideoEvents";
    public static final String REASON = "unable to create native thread";

    private final Map<String, AtomicInteger> lost = new ConcurrentHashMap<>();

    /** Makes these the pools of a context, for what it starts from now on. */
    public FewThreads in(CamelContext context) {
        context.getExecutorServiceManager().setThreadPoolFactory(this);
        return this;
    }

    /** Starts no thread for the next tasks of a pool. */
    public void lose(String pool, int tasks) {
        left(pool).set(tasks);
    }

    /** Returns true if a pool has lost as many tasks as it was to. */
    public boolean haveLost(String pool) {
        return left(pool).get() <= 0;
    }

    private AtomicInteger left(String pool) {
        return lost.computeIfAbsent(pool, first -> new AtomicInteger());
    }

    private void mayFail(ThreadFactory threads) {
        if (left(((CamelThreadFactory) threads).getName()).getAndDecrement() > 0) {
            throw new OutOfMemoryError(REASON);
        }
    }

    @Override
    public ExecutorService newCachedThreadPool(ThreadFactory threads) {
        return new Losing(super.newCachedThreadPool(threads), threads);
    }

    @Override
    public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
        return new Losing(super.newThreadPool(profile, threads), threads);
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threads) {
        return super.newScheduledThreadPool(profile, task -> {
            mayFail(threads);
            return threads.newThread(task);
        });
    }

    /** Fails although the pool may have an idle thread. */
    private final class Losing extends AbstractExecutorService {

        private final ExecutorService pool;
        private final ThreadFactory threads;

        Losing(ExecutorService pool, ThreadFactory threads) {
            this.pool = pool;
            this.threads = threads;
        }

        @Override
        public void execute(Runnable task) {
            mayFail(threads);
            pool.execute(task);
        }

        @Override
        public void shutdown() {
            pool.shutdown();
        }

        @Override
        public List<Runnable> shutdownNow() {
            return pool.shutdownNow();
        }

        @Override
        public boolean isShutdown() {
            return pool.isShutdown();
        }

        @Override
        public boolean isTerminated() {
            return pool.isTerminated();
        }

        @Override
        public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
            return pool.awaitTermination(time, unit);
        }
    }
}
