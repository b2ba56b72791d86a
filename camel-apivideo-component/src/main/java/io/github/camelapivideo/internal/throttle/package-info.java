// SPDX-License-Identifier: Apache-2.0
/**
 * How many requests of an account may go, by the service's own limits and by a retry budget.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.throttle.AccountThrottle}. May import {@code internal.call}.
 */
package io.github.camelapivideo.internal.throttle;
