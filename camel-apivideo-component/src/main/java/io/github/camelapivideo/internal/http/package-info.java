// SPDX-License-Identifier: Apache-2.0
/**
 * The service over HTTP: HttpClient 5 and Jackson behind the engine's ports.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.http.HttpCalls}, through which every request goes. May import
 * {@code internal.upload} (its ports) and {@code api}.
 */
package io.github.camelapivideo.internal.http;
