// SPDX-License-Identifier: Apache-2.0
/**
 * The table of the service's URLs. Start with {@link io.github.camelapivideo.simulator.route.RouteTable}; a new
 * operation is one row there and one method of a handler.
 *
 * <p>May import {@code handler}, {@code account} and what they import, and {@code api}.
 */
package io.github.camelapivideo.simulator.route;
