// SPDX-License-Identifier: Apache-2.0
/**
 * The values that a route sees: what a video is, what the service answered, how far an upload has got, what went wrong.
 *
 * <p>Start with {@link io.github.camelapivideo.api.Video} and
 * {@link io.github.camelapivideo.api.ApiVideoException}. Imports the JDK and Jackson's annotations, nothing else.
 */
package io.github.camelapivideo.api;
