// SPDX-License-Identifier: Apache-2.0
/**
 * A request as a value, and the machine that carries it out: permit, credentials, retries, and the check after a lost
 * answer. Knows no Camel and no HTTP.
 *
 * <p>Start with {@link io.github.camelapivideo.internal.call.ApiCall} and {@link io.github.camelapivideo.internal.call.ApiCalls}. May import {@code
 * internal.part}, {@code internal.thread}, {@code internal.text} and {@code api}.
 */
package io.github.camelapivideo.internal.call;
