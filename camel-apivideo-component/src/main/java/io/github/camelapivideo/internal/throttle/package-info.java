// SPDX-License-Identifier: Apache-2.0
/**
 * The rate of an account's requests, limited by the service's own announcements and by a retry budget.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.throttle.AccountThrottle}. May import {@code internal.call}.
 */
package io.github.camelapivideo.internal.throttle;
