// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

/**
 * One upload as the process that did it saw it.
 *
 * @param bytes its length
 * @param beganAt microseconds since 1970
 * @param endedAt microseconds since 1970
 * @param cpuNanos user and system time of the whole process, from its start to the end of this upload
 * @param cpuNanosOfUpload the same for this upload alone
 * @param allocatedBytes in the heap, by all threads
 * @param heapPeak the most that was used of the heap at one time, garbage included
 * @param heapLive the most that was left of it after a collection; 0 if there was none
 * @param residentPeak the most that was resident since the process began; 0 if the system does not tell
 * @param threads the most that there were
 */
public record Sample(
        long bytes,
        long beganAt,
        long endedAt,
        long cpuNanos,
        long cpuNanosOfUpload,
        long allocatedBytes,
        long heapPeak,
        long heapLive,
        long residentPeak,
        int threads) {}
