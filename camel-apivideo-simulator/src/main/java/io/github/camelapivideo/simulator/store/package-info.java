// SPDX-License-Identifier: Apache-2.0
/**
 * Keeps what the simulator remembers: videos, tokens, rate limit windows and the log of requests. Start with
 * {@link io.github.camelapivideo.simulator.store.VideoStore}.
 */
package io.github.camelapivideo.simulator.store;
