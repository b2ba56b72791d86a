// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One problem with a request, in the service's form.
 *
 * @param slug the last segment of the URL of its documentation; null for a page that is out of range, which has none
 * @param name the parameter that is wrong; empty if there is none
 * @param detail null, and then left out, where the title says it all
 * @param range the allowed values, {@code min} and {@code max}; empty, and then left out, if there is no such range
 */
public record Problem(String slug, String title, int status, String name, String detail, Map<String, Integer> range) {

    private static final String DOCUMENTATION = "https://docs.api.video/reference/";

    public Problem(String slug, String title, int status, String name, String detail) {
        this(slug, title, status, name, detail, Map.of());
    }

    /** @param max null if there is none */
    public static Problem outOfRange(String name, int min, Integer max) {
        Map<String, Integer> range = new LinkedHashMap<>();
        range.put("min", min);
        if (max != null) {
            range.put("max", max);
        }
        return new Problem(null, "This parameter is out of the allowed range of values.", 400, name, null, range);
    }

    Problem withStatus(int other) {
        return new Problem(slug, title, other, name, detail, range);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        if (slug != null) {
            json.put("type", DOCUMENTATION + slug);
        }
        json.put("title", title);
        json.put("name", name);
        json.put("status", status);
        if (detail != null) {
            json.put("detail", detail);
        }
        if (!range.isEmpty()) {
            json.put("range", range);
        }
        return json;
    }
}
