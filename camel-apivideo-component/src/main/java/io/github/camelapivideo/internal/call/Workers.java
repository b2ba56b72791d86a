// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.util.concurrent.Executor;

/**
 * The threads of one upload, and the machines that use them. Thread-safe.
 *
 * @param lanes run what blocks: reading a source, waiting for an answer
 * @param aside runs what may block for long beside the lanes, on as many threads as it takes
 */
public record Workers(Executor lanes, Executor aside, Retrier retrier, StallDetector stallDetector) {}
