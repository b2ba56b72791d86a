// SPDX-License-Identifier: Apache-2.0
/**
 * The routes that take videos over HTTP: {@link VideosOverHttp}. To be copied, with {@code application.properties},
 * and {@code page} for the page.
 */
package io.github.camelapivideo.example.http.routes;
