// SPDX-License-Identifier: Apache-2.0
/**
 * The Camel layer: what a route sees. A body becomes a source of parts, the options and headers become an upload
 * request, the engine carries it out, the answer goes back into the exchange.
 *
 * <p>Start with {@link io.github.camelapivideo.ApiVideoProducer} and follow the exchange. May import
 * {@code internal.upload} and {@code api}; only {@code ApiVideoClient}, {@code SharedAccounts}, {@code WireHttpComponent} and
 * {@code ApiVideoConverters} may import {@code internal.http}.
 */
package io.github.camelapivideo;
