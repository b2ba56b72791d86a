// SPDX-License-Identifier: Apache-2.0
/**
 * The container of an upload: created, found again, checked, cleaned up.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.container.Container}. May import {@code internal.plan}, {@code
 * internal.part}, {@code internal.call} and {@code api}.
 */
package io.github.camelapivideo.internal.container;
