// SPDX-License-Identifier: Apache-2.0
/**
 * What an operator sees: the log of uploads and the counters of a component.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.watch.UploadLog}; all of them hear of things by {@link
 * io.github.camelapivideo.internal.call.Observer}. May import {@code internal.call} and {@code api}, and Camel.
 */
package io.github.camelapivideo.internal.watch;
