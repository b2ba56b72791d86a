// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.report;

import java.util.List;

/**
 * What a part of the benchmarks found.
 *
 * @param text Markdown; it links to the pictures
 */
public record Chapter(String title, String text, List<Target> targets, List<Picture> pictures) {

    /** A chapter without pictures. */
    public Chapter(String title, String text, List<Target> targets) {
        this(title, text, targets, List.of());
    }
}
