// SPDX-License-Identifier: Apache-2.0
/**
 * One request until it is done or final: its turn, its credentials, its retries, and its end. Knows the JDK and SLF4J; no
 * Camel, no HTTP.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.call.Retrier}. May import {@code api}.
 */
package io.github.camelapivideo.internal.call;
