// SPDX-License-Identifier: Apache-2.0
/**
 * Answers as the API description has them. Start with {@link io.github.camelapivideo.simulator.answer.Answer}.
 *
 * <p>May import {@code fault}, {@code problem}, {@code intake}, {@code store}, Jetty and Jackson.
 */
package io.github.camelapivideo.simulator.answer;
