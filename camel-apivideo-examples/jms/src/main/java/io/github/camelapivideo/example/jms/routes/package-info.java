// SPDX-License-Identifier: Apache-2.0
/**
 * The route that uploads every message of a queue: {@link VideosFromJms}. To be copied, with
 * {@code application.properties}.
 */
package io.github.camelapivideo.example.jms.routes;
