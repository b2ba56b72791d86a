// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import io.github.camelapivideo.benchmarks.client.Sample;
import io.github.camelapivideo.benchmarks.sink.Served;
import java.util.Comparator;
import java.util.List;

/**
 * What one run of one client took. NaN where the client does not tell.
 *
 * @param rate in bytes per second, when warm
 * @param coldRate the same from the start of the process
 * @param cpu in seconds for each GiB, when warm
 * @param coldCpu the same from the start of the process
 * @param resident most that was resident, in bytes
 * @param heap most that was used of the heap, in bytes
 * @param allocated bytes for each GiB
 * @param lanes the most parts that were on their way at once
 * @param meanLanes how many were on their way on average
 * @param broken requests that lost their connection
 * @param firstByte seconds until the first byte of the video was there
 */
public record Figures(
        double rate,
        double coldRate,
        double cpu,
        double coldCpu,
        double resident,
        double heap,
        double allocated,
        double requests,
        double connections,
        double lanes,
        double meanLanes,
        double broken,
        double firstByte) {

    public static final double GIB = 1024 * 1024 * 1024;
    private static final double MICROS = 1_000_000;
    private static final double NANOS = 1_000_000_000;

    /** Of a process whose first upload was cold and whose last ones were warm, of which the one in the middle counts. */
    public static Figures of(long startedAt, List<Sample> samples, int warmOnes, List<Served> served) {
        Sample cold = samples.get(0);
        List<Sample> others = samples.subList(samples.size() - warmOnes, samples.size()).stream()
                .sorted(Comparator.comparingDouble(Figures::rate))
                .toList();
        return of(startedAt, cold, others.get(others.size() / 2), served);
    }

    /** Of a process whose first upload was cold; its last ones count, as if they were one. */
    public static Figures ofLast(long startedAt, List<Sample> samples, int number, List<Served> served) {
        Sample last = samples.get(samples.size() - 1);
        List<Sample> warm = samples.subList(samples.size() - number, samples.size());
        Sample all = new Sample(
                warm.stream().mapToLong(Sample::bytes).sum(),
                warm.get(0).beganAt(),
                last.endedAt(),
                last.cpuNanos(),
                warm.stream().mapToLong(Sample::cpuNanosOfUpload).sum(),
                warm.stream().mapToLong(Sample::allocatedBytes).sum(),
                warm.stream().mapToLong(Sample::heapPeak).max().orElse(0),
                warm.stream().mapToLong(Sample::heapLive).max().orElse(0),
                last.residentPeak(),
                last.threads());
        return of(startedAt, samples.get(0), all, served);
    }

    /** Of one upload of a process that is warm. */
    public static Figures of(Sample warm, List<Served> served) {
        return of(warm.beganAt(), warm, warm, served);
    }

    private static Figures of(long startedAt, Sample cold, Sample warm, List<Served> served) {
        Window window = Window.of(served, warm.beganAt(), warm.endedAt(), warm.bytes());
        return new Figures(
                rate(warm),
                cold.bytes() / seconds(startedAt, cold.endedAt()),
                warm.cpuNanosOfUpload() / NANOS / (warm.bytes() / GIB),
                cold.cpuNanos() / NANOS / (cold.bytes() / GIB),
                warm.residentPeak(),
                warm.heapPeak(),
                warm.allocatedBytes() / (warm.bytes() / GIB),
                window.requests(),
                window.connections(),
                window.lanes(),
                window.meanLanes(),
                window.broken(),
                window.firstByte());
    }

    /** Of processes that did nothing else. */
    public static Figures ofProcesses(
            long beganAt, long endedAt, double cpuSeconds, long resident, long bytes, List<Served> served) {
        Window window = Window.of(served, beganAt, endedAt, bytes);
        double rate = bytes / seconds(beganAt, endedAt);
        double cpu = cpuSeconds / (bytes / GIB);
        return new Figures(
                rate,
                rate,
                cpu,
                cpu,
                resident,
                Double.NaN,
                Double.NaN,
                window.requests(),
                window.connections(),
                window.lanes(),
                window.meanLanes(),
                window.broken(),
                window.firstByte());
    }

    /** Of one upload, in bytes per second. */
    public static double rate(Sample sample) {
        return sample.bytes() / seconds(sample.beganAt(), sample.endedAt());
    }

    private static double seconds(long from, long to) {
        return (to - from) / MICROS;
    }

    /** What the sink saw of one upload. */
    private record Window(int requests, int connections, int lanes, double meanLanes, int broken, double firstByte) {

        static Window of(List<Served> served, long from, long to, long bytes) {
            List<Served> mine = served.stream()
                    .filter(one -> one.firstByteAt() >= from && one.endedAt() <= to)
                    .toList();
            List<Served> parts = mine.stream().filter(Served::isSource).toList();
            long arrived = parts.stream().mapToLong(Served::bytes).sum();
            // Each form has a few hundred bytes around the part; chunks of S3 have a few bytes each.
            if (arrived < bytes - 16 || arrived > bytes + bytes / 1000 + parts.size() * 1024L) {
                throw new IllegalStateException("uploaded " + bytes + " bytes, but " + arrived + " arrived");
            }
            long first = parts.stream().mapToLong(Served::firstByteAt).min().orElseThrow();
            return new Window(
                    mine.size(),
                    (int) mine.stream().mapToLong(Served::connection).distinct().count(),
                    lanes(mine),
                    meanLanes(mine, to - from),
                    (int) mine.stream().filter(Served::isBroken).count(),
                    seconds(from, first));
        }

        private static double meanLanes(List<Served> requests, long micros) {
            long sending = requests.stream()
                    .filter(one -> one.isSource() || one.isBroken())
                    .mapToLong(one -> one.endedAt() - one.firstByteAt())
                    .sum();
            return sending / (double) micros;
        }

        private static int lanes(List<Served> requests) {
            List<Served> sent = requests.stream()
                    .filter(one -> one.isSource() || one.isBroken())
                    .toList();
            return sent.stream()
                    .mapToInt(begun -> (int) sent.stream()
                            .filter(other ->
                                    other.firstByteAt() <= begun.firstByteAt() && other.endedAt() > begun.firstByteAt())
                            .count())
                    .max()
                    .orElse(0);
        }
    }
}
