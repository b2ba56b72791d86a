// SPDX-License-Identifier: Apache-2.0
/**
 * Carries out the operations of the service: one class for each group of routes, one method for each operation.
 * Start with {@link io.github.camelapivideo.simulator.handler.VideoHandlers}.
 *
 * <p>May import {@code problem}, {@code intake}, {@code store}, {@code answer}, {@code asset}, {@code account},
 * {@code webhook} and Jetty.
 */
package io.github.camelapivideo.simulator.handler;
