// SPDX-License-Identifier: Apache-2.0
/**
 * What Quarkus does with the component at build time, in dev mode and in tests; nothing of it is in a built application.
 *
 * <p>Start reading at {@link io.github.camelapivideo.quarkus.deployment.ApiVideoProcessor} for native images, at
 * {@link io.github.camelapivideo.quarkus.deployment.DevServiceProcessor} for the simulator.
 */
package io.github.camelapivideo.quarkus.deployment;
