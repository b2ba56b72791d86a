// SPDX-License-Identifier: Apache-2.0
/**
 * The figures of the account, and the strict rules for asking for them. Start with
 * {@link io.github.camelapivideo.simulator.analytics.AnalyticsHandlers}; tests set the figures in
 * {@link io.github.camelapivideo.simulator.analytics.Analytics}, which is public.
 *
 * <p>May import {@code problem}, {@code intake}, {@code answer} and Jetty.
 */
package io.github.camelapivideo.simulator.analytics;
