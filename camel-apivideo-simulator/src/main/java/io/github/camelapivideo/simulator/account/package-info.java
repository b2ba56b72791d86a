// SPDX-License-Identifier: Apache-2.0
/**
 * What an account has beside its videos: upload tokens, tags, player themes, summaries, live streams, webhooks.
 * One class for each group of routes, one method for each operation. Start with
 * {@link io.github.camelapivideo.simulator.account.Account}.
 *
 * <p>May import {@code api}, {@code problem}, {@code intake}, {@code store}, {@code answer},
 * {@code asset} and {@code webhook}.
 */
package io.github.camelapivideo.simulator.account;
