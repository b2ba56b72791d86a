// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps what the simulator remembers: videos, tokens, rate limit windows and the log of requests. Start with
 * {@link io.github.camelapivideo.simulator.store.VideoStore}.
 *
 * <p>May import {@code api}, {@code problem}, {@code intake}, Jetty and the annotations of Jackson.
 */
package io.github.camelapivideo.simulator.store;
