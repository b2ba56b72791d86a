// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.problem.Problem;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules for the servers to which a live stream is also sent. */
final class Restreams {

    private static final int MOST = 5;
    private static final List<String> FIELDS = List.of("name", "serverUrl", "streamKey");
    private static final Pattern HOST_ONLY = Pattern.compile("rtmps?://[^/\\s]+/?");
    private static final Pattern SERVER_URL = Pattern.compile("rtmps?://[^/\\s]+/\\S+");

    private Restreams() {}

    /** The problems of the attribute {@code restreams}; empty if it is right. */
    static List<Problem> problems(Object value) {
        if (!(value instanceof List<?> restreams)) {
            return List.of(problem("restreams", "The \"restreams\" attribute must be an array."));
        }
        if (restreams.size() > MOST) {
            return List.of(problem("restreams", "This collection should contain " + MOST + " elements or less."));
        }
        List<Problem> problems = new ArrayList<>();
        for (int index = 0; index < restreams.size(); index++) {
            problems.addAll(problems("restreams[" + index + "]", restreams.get(index)));
        }
        return problems;
    }

    private static List<Problem> problems(String path, Object restream) {
        if (!(restream instanceof Map<?, ?> fields)) {
            return List.of(problem(path, "This value must be an object."));
        }
        List<Problem> problems = new ArrayList<>();
        fields.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> problems.add(problem(path + "[" + name + "]", "This field was not expected.")));
        FIELDS.forEach(name -> problems.addAll(problems(path, name, fields.get(name))));
        return problems;
    }

    private static List<Problem> problems(String path, String name, Object value) {
        String detail = detail(name, value);
        return detail == null ? List.of() : List.of(problem(path + "[" + name + "]", detail));
    }

    /** What is wrong with a field; null if nothing is. */
    private static String detail(String name, Object value) {
        if (value == null) {
            return "This value should not be null.";
        }
        if (!(value instanceof String text)) {
            return "This value must be of type string.";
        }
        if (text.isBlank()) {
            return "This value should not be blank.";
        }
        return name.equals("serverUrl") ? urlDetail(text) : null;
    }

    private static String urlDetail(String url) {
        if (HOST_ONLY.matcher(url).matches()) {
            return "Missing app name: [rtmp|rtmps]://[host]/[app name].";
        }
        return SERVER_URL.matcher(url).matches()
                ? null
                : "RTMP URL should have the following format: [rtmp|rtmps]://[host]/[app name].";
    }

    private static Problem problem(String name, String detail) {
        return ProblemType.INVALID_ATTRIBUTE.problem(name, detail);
    }
}
