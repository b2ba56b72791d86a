// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * An image that was uploaded before, laid over the video.
 *
 * @param id the watermark's identifier; required
 * @param top distance from the top, in {@code px} or {@code %}
 * @param left distance from the left, in {@code px} or {@code %}
 * @param bottom distance from the bottom, in {@code px} or {@code %}
 * @param right distance from the right, in {@code px} or {@code %}
 * @param width width in {@code px} or {@code %}, or {@code initial}
 * @param height height in {@code px} or {@code %}, or {@code initial}
 * @param opacity in {@code %}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Watermark(
        String id, String top, String left, String bottom, String right, String width, String height, String opacity) {

    public Watermark {
        if (id == null || id.isBlank()) {
            throw new IllegalArgumentException("watermark.id: required when any other watermark option is set");
        }
    }
}
