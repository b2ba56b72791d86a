// SPDX-License-Identifier: Apache-2.0
/**
 * What an operator sees: the log of uploads, the counters of a component, its meters, its tables for JMX and the
 * console, and what it tells event notifiers.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.watch.UploadLog}; each of them is an {@link
 * io.github.camelapivideo.internal.call.Observer}. May import {@code internal.throttle}, {@code internal.call}, {@code
 * internal.part} and {@code api}, and Camel. Micrometer, OpenTelemetry and camel-telemetry are optional: only what {@code
 * Instruments} begins, and the decorator that Camel finds, import them.
 */
package io.github.camelapivideo.internal.watch;
