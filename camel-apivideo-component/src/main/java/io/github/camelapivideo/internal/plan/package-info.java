// SPDX-License-Identifier: Apache-2.0
/**
 * How a source is cut into parts, and how its bytes are recognised.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.plan.PartPlan}. May import {@code internal.source}, {@code
 * internal.part} and {@code internal.call}.
 */
package io.github.camelapivideo.internal.plan;
