// SPDX-License-Identifier: Apache-2.0
/**
 * The public values of the component: videos, their status, the progress of uploads, and failures.
 *
 * <p>Start with {@link io.github.camelapivideo.api.Video} and
 * {@link io.github.camelapivideo.api.ApiVideoException}. Imports the JDK and Jackson's annotations, nothing else.
 */
package io.github.camelapivideo.api;
