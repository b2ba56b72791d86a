// SPDX-License-Identifier: Apache-2.0
/**
 * The values that users of the simulator see. Start with {@link io.github.camelapivideo.simulator.api.RecordedRequest}.
 *
 * <p>May import the JDK only.
 */
package io.github.camelapivideo.simulator.api;
