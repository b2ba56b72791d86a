// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Measures what this process takes. For one measurement at a time. */
public final class Probe {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final long BETWEEN_COLLECTIONS_IN_MILLIS = 20;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final Set<String> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());
    private final AtomicLong peak = new AtomicLong();
    private final AtomicLong live = new AtomicLong();

    private Map<Long, Long> allocatedBefore;
    private long cpuBefore;
    private long beganAt;

    public Probe() {
        ManagementFactory.getGarbageCollectorMXBeans().forEach(collector -> ((NotificationEmitter) collector)
                .addNotificationListener(
                        (notification, handback) -> collected((CompositeData) notification.getUserData()),
                        notification -> notification
                                .getType()
                                .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                        null));
    }

    /** One that has garbage collected all the time: it finds what is reachable, and slows everything down. */
    static Probe weighing() {
        Thread collecting = new Thread(Probe::collect, "collecting");
        collecting.setDaemon(true);
        collecting.start();
        return new Probe();
    }

    private static void collect() {
        try {
            while (true) {
                System.gc();
                Thread.sleep(BETWEEN_COLLECTIONS_IN_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    // What is used only falls when garbage is collected: the most there is is found just before that, and at the end.
    private void collected(CompositeData data) {
        GcInfo collection = GarbageCollectionNotificationInfo.from(data).getGcInfo();
        peak.accumulateAndGet(used(collection.getMemoryUsageBeforeGc()), Math::max);
        live.accumulateAndGet(used(collection.getMemoryUsageAfterGc()), Math::max);
    }

    private long used(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream()
                .filter(pool -> heap.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed())
                .sum();
    }

    /** Begins. */
    public void begin() {
        threads.resetPeakThreadCount();
        peak.set(0);
        live.set(0);
        allocatedBefore = allocated();
        cpuBefore = system.getProcessCpuTime();
        beganAt = micros();
    }

    /** Ends. */
    public Sample end(long bytes) {
        long endedAt = micros();
        long cpu = system.getProcessCpuTime();
        return new Sample(
                bytes,
                beganAt,
                endedAt,
                cpu,
                cpu - cpuBefore,
                allocatedSince(allocatedBefore),
                Math.max(peak.get(), memory.getHeapMemoryUsage().getUsed()),
                live.get(),
                residentPeak(),
                threads.getPeakThreadCount());
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private Map<Long, Long> allocated() {
        long[] ids = threads.getAllThreadIds();
        long[] bytes = threads.getThreadAllocatedBytes(ids);
        Map<Long, Long> all = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            all.put(ids[i], bytes[i]);
        }
        return all;
    }

    private long allocatedSince(Map<Long, Long> before) {
        // A thread that ended meanwhile is missing; the pools here keep theirs for a minute.
        return allocated().entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .sum();
    }

    private static long residentPeak() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
