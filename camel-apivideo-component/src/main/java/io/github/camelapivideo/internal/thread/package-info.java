// SPDX-License-Identifier: Apache-2.0
/**
 * Ending and waiting: cancellation, gates that hold no thread, stall detection, and the threads themselves.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.thread.Workers}. Imports nothing of the product;
 * what carries a trace imports the context of OpenTelemetry, where it is.
 */
package io.github.camelapivideo.internal.thread;
