// SPDX-License-Identifier: Apache-2.0
/**
 * The service over HTTP: HttpClient 5 and Jackson behind the ports of the other packages.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.http.HttpCalls}, which makes every request. May import {@code
 * internal.container}, {@code internal.part}, {@code internal.call} and {@code api}.
 */
package io.github.camelapivideo.internal.http;
