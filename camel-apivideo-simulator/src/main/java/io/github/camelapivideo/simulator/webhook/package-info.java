// SPDX-License-Identifier: Apache-2.0
/**
 * Webhooks and the delivery of events to their URLs. Public. Start with
 * {@link io.github.camelapivideo.simulator.webhook.Webhooks}.
 *
 * <p>May import {@code api}, {@code problem}, {@code store} and {@code answer}.
 */
package io.github.camelapivideo.simulator.webhook;
