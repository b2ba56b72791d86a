// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

/**
 * How much is measured.
 *
 * @param rounds how often each client runs
 * @param rawLength of the video on raw loopback, in bytes
 * @param shapedLength of the video on a shaped network, in bytes
 * @param longLength of the long stream of the memory test, in bytes
 * @param seed decides the bytes of the videos, and the order
 */
record Settings(int rounds, long rawLength, long shapedLength, long longLength, long seed) {}
