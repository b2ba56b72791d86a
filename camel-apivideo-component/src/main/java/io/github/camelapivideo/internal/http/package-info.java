// SPDX-License-Identifier: Apache-2.0
/**
 * The HTTP side of the ports of {@code internal.call}, with HttpClient 5 and Jackson.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.http.HttpTransport}, which sends every request. May import
 * {@code internal.call}, {@code internal.part}, {@code internal.thread}, {@code internal.text} and {@code api}.
 */
package io.github.camelapivideo.internal.http;
