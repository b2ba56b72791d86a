// SPDX-License-Identifier: Apache-2.0
/**
 * The service over HTTP: HttpClient 5 and Jackson behind the ports of {@code internal.call}.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.http.HttpTransport}, which sends every request. May import {@code
 * internal.call}, {@code internal.part}, {@code internal.thread}, {@code internal.text} and {@code api}.
 */
package io.github.camelapivideo.internal.http;
