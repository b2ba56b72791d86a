// SPDX-License-Identifier: Apache-2.0
/**
 * Answers as the API description has them. Start with {@link io.github.camelapivideo.simulator.answer.Answer}.
 */
package io.github.camelapivideo.simulator.answer;
