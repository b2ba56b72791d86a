// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One problem with a request, in the service's form.
 *
 * @param slug the last segment of the URL of its documentation
 * @param name the parameter that is wrong; empty if there is none
 */
public record Problem(String slug, String title, int status, String name, String detail) {

    private static final String DOCUMENTATION = "https://docs.api.video/reference/";

    Problem withStatus(int other) {
        return new Problem(slug, title, other, name, detail);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", DOCUMENTATION + slug);
        json.put("title", title);
        json.put("name", name);
        json.put("status", status);
        json.put("detail", detail);
        return json;
    }
}
