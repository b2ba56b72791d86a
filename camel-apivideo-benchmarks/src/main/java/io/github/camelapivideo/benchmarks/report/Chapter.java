// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.report;

import java.util.List;

/**
 * What a part of the benchmarks found.
 *
 * @param text Markdown
 */
public record Chapter(String title, String text, List<Target> targets) {}
