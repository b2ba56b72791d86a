// SPDX-License-Identifier: Apache-2.0
/**
 * The engine of a component: begins uploads in turn, and calls; knows those that run, and ends them.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.engine.UploadEngine}. May import {@code internal.upload}, {@code
 * internal.asset}, {@code internal.waiting} and what they may import.
 */
package io.github.camelapivideo.internal.engine;
