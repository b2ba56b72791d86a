// SPDX-License-Identifier: Apache-2.0
/**
 * The problems that the service documents, and how a request is refused with them. Start with
 * {@link io.github.camelapivideo.simulator.problem.ProblemType}.
 *
 * <p>May import the JDK only.
 */
package io.github.camelapivideo.simulator.problem;
