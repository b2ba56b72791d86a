// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.console;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Json;
import io.github.camelapivideo.simulator.fault.Faults;
import io.github.camelapivideo.simulator.rule.FaultRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** The operations of the control API, in a table. Thread-safe. */
public final class Controls {

    /** Begins the path of every operation. */
    static final String ROOT = "/simulator/";

    private static final int LONGEST_RULE = 10_000;
    private static final int USUAL_LENGTH = 100;

    private record Asked(Request request, Map<String, String> variables) {}

    private interface Action {
        Answer answer(Asked asked) throws IOException;
    }

    private record Row(String method, UriTemplatePathSpec path, Action action) {

        static Row of(String method, String path, Action action) {
            return new Row(method, new UriTemplatePathSpec(ROOT + path), action);
        }
    }

    private final Views views;
    private final Faults faults;
    private final Random random = new Random();
    private final List<Row> rows;

    /**
     * @param account the JSON of the account, known when the simulator has started
     * @param reset forgets everything but the access tokens
     */
    public Controls(Views views, Faults faults, Supplier<Map<String, String>> account, Runnable reset) {
        this.views = views;
        this.faults = faults;
        this.rows = List.of(
                Row.of("GET", "account", asked -> Answer.json(200, account.get())),
                Row.of("GET", "containers", asked -> list(asked, views::containers)),
                Row.of("GET", "containers/{videoId}", this::container),
                Row.of("GET", "containers/{videoId}/video.mp4", this::video),
                Row.of("HEAD", "containers/{videoId}/video.mp4", this::video),
                Row.of("GET", "requests", asked -> list(asked, views::requests)),
                Row.of("GET", "faults", asked -> listFaults()),
                Row.of("POST", "faults", this::addFault),
                Row.of("DELETE", "faults", asked -> done(faults::clear)),
                Row.of("DELETE", "faults/{id}", this::removeFault),
                Row.of("POST", "reset", asked -> done(reset)));
    }

    /** The answer to a request below the root. */
    Answer answer(Request request, String path) throws IOException {
        List<Row> matching = rows.stream().filter(row -> row.path.matches(path)).toList();
        for (Row row : matching) {
            if (row.method.equals(request.getMethod())) {
                return row.action.answer(new Asked(request, row.path.getPathParams(path)));
            }
        }
        return matching.isEmpty()
                ? refusal(404, "There is no such URL.")
                : refusal(
                        405,
                        "The URL is not made for this method.",
                        Map.of("Allow", matching.stream().map(Row::method).collect(Collectors.joining(", "))));
    }

    static Answer refusal(int status, String detail) {
        return refusal(status, detail, Map.of());
    }

    private static Answer refusal(int status, String detail, Map<String, String> headers) {
        byte[] json = Json.bytes(Map.of("status", status, "detail", detail));
        return new Answer.Bytes(status, "application/json", json, headers, null);
    }

    private static Answer done(Runnable action) {
        action.run();
        return Answer.nothing();
    }

    private static Answer list(Asked asked, IntFunction<List<?>> elements) {
        String last = last(asked.request());
        if (last == null) {
            return Answer.json(200, elements.apply(USUAL_LENGTH));
        }
        return last.matches("[1-9]\\d{0,4}")
                ? Answer.json(200, elements.apply(Integer.parseInt(last)))
                : refusal(400, "last=" + last + ": allowed 1..99999");
    }

    private static String last(Request request) {
        try {
            return Request.extractQueryParameters(request).getValue("last");
        } catch (BadMessageException | IllegalArgumentException e) {
            // Jetty 12.0 throws the former, Jetty 12.1 the latter.
            return "";
        }
    }

    private Answer container(Asked asked) {
        return views.container(videoId(asked))
                .map(container -> Answer.json(200, container))
                .orElseGet(Controls::missing);
    }

    private Answer video(Asked asked) {
        return views.video(videoId(asked))
                .<Answer>map(video -> new Answer.Download(video.file(), "video/mp4"))
                .orElseGet(Controls::missing);
    }

    private static String videoId(Asked asked) {
        return asked.variables().get("videoId");
    }

    private static Answer missing() {
        return refusal(404, "There is no such container, or its video is not complete.");
    }

    private Answer listFaults() {
        return Answer.json(
                200, Map.of("injected", faults.injected(), "rules", faults.list(), "allowed", FaultRule.faults()));
    }

    private Answer addFault(Asked asked) throws IOException {
        byte[] body = body(asked.request());
        if (body.length > LONGEST_RULE) {
            return refusal(413, "The rule is too long: allowed are " + LONGEST_RULE + " bytes.");
        }
        String typed = new String(body, StandardCharsets.UTF_8).strip();
        try {
            FaultRule.parse(typed).addTo(faults, random);
        } catch (IllegalArgumentException e) {
            return refusal(400, e.getMessage());
        }
        return Answer.json(201, Map.of("rule", typed));
    }

    /** Reads one byte more than a rule may have. */
    private static byte[] body(Request request) throws IOException {
        try (InputStream body = Content.Source.asInputStream(request)) {
            return body.readNBytes(LONGEST_RULE + 1);
        }
    }

    private Answer removeFault(Asked asked) {
        String id = asked.variables().get("id");
        return id.matches("\\d{1,18}") && faults.remove(Long.parseLong(id))
                ? Answer.nothing()
                : refusal(404, "There is no fault " + id + ".");
    }
}
