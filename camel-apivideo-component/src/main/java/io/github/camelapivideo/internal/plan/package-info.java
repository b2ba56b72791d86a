// SPDX-License-Identifier: Apache-2.0
/**
 * Plans the parts of a source, and identifies its bytes by fingerprints.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.plan.PartPlan}. May import {@code internal.source}, {@code
 * internal.part} and {@code internal.call}.
 */
package io.github.camelapivideo.internal.plan;
