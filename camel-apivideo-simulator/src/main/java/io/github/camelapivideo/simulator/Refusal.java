// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A request that the contract forbids. */
final class Refusal extends RuntimeException {

    private static final String DOCUMENTATION = "https://docs.api.video/reference/";

    private final transient ProblemType type;
    private final int status;
    private final String name;

    Refusal(ProblemType type, int status, String name, String detail) {
        super(detail, null, false, false);
        this.type = type;
        this.status = status;
        this.name = name;
    }

    /** The same problem with another HTTP status, where the documentation disagrees with itself. */
    Refusal withStatus(int other) {
        return new Refusal(type, other, name, getMessage());
    }

    String slug() {
        return type.slug();
    }

    int status() {
        return status;
    }

    /** As problem JSON. */
    Map<String, Object> body() {
        return body(type.slug(), type.title(), status, name, getMessage());
    }

    static Map<String, Object> body(String slug, String title, int status, String name, String detail) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", DOCUMENTATION + slug);
        problem.put("title", title);
        problem.put("name", name);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("problems", List.of(new LinkedHashMap<>(problem)));
        return problem;
    }
}
