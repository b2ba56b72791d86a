// SPDX-License-Identifier: Apache-2.0
/**
 * Camel's face: what a route sees. The operation's handler reads options and headers, makes a request or opens the body as
 * a source of parts, and its answer goes back into the exchange.
 *
 * <p>Start with {@link io.github.camelapivideo.ApiVideoProducer} and follow the exchange. May import all rooms; only
 * {@code ApiVideoConverters} may import {@code internal.http}.
 */
package io.github.camelapivideo;
