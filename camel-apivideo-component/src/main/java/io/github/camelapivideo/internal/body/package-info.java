// SPDX-License-Identifier: Apache-2.0

/**
 * The body of an exchange as a source of parts: which of its contents is the video, its length and its name. Start
 * reading at {@link io.github.camelapivideo.internal.body.BodySources}. Imports {@code internal.source} and the rooms below it,
 * and Camel.
 */
package io.github.camelapivideo.internal.body;
