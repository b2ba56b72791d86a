// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The placement of an uploaded watermark image on the video. Immutable. Every property but the identifier may be null. In
 * the URI of an upload each is an option:
 *
 * <pre>{@code
 * from("file:inbox")
 *     .to("apivideo:upload?watermark.id=" + watermarkId + "&watermark.top=10px&watermark.width=25px");
 * }</pre>
 *
 * @param id the identifier of the watermark; required
 * @param top the distance from the top, in {@code px} or {@code %}
 * @param left the distance from the left, in {@code px} or {@code %}
 * @param bottom the distance from the bottom, in {@code px} or {@code %}
 * @param right the distance from the right, in {@code px} or {@code %}
 * @param width the width in {@code px} or {@code %}, or {@code initial}
 * @param height the height in {@code px} or {@code %}, or {@code initial}
 * @param opacity the opacity in {@code %}
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
