// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.camel.Route;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/**
 * Shows in Camel's developer console what the components of this type do, and ends an upload. Camel makes it where
 * camel-console is on the class path. Thread-safe.
 */
@DevConsole(name = "apivideo", displayName = "api.video", description = ApiVideoDevConsole.DESCRIPTION)
public final class ApiVideoDevConsole extends AbstractDevConsole {

    /** The option with the identifier of an exchange or a video, whose upload is ended. */
    public static final String CANCEL = "cancel";

    static final String DESCRIPTION = "Uploads, rate limits and events of api.video; cancel=ID ends an upload";

    public ApiVideoDevConsole() {
        super("camel", "apivideo", "api.video", DESCRIPTION);
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringBuilder text = new StringBuilder();
        if (options.get(CANCEL) != null) {
            text.append(cancel(options) ? "The upload ends." : "There is no such upload, or it is complete.")
                    .append(System.lineSeparator());
        }
        components().forEach((name, component) -> text.append("component ")
                .append(name)
                .append(System.lineSeparator())
                .append(component.text().component()));
        components().values().stream()
                .limit(1)
                .forEach(any -> text.append(any.text().accounts()));
        consumers().forEach((route, numbers) -> text.append("route ")
                .append(route)
                .append(": ")
                .append(inWords(numbers))
                .append(System.lineSeparator()));
        return text.toString();
    }

    private static String inWords(Map<String, Object> numbers) {
        return numbers.entrySet().stream()
                .map(number -> number.getKey() + " " + number.getValue())
                .collect(Collectors.joining(", "));
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        JsonObject json = new JsonObject();
        if (options.get(CANCEL) != null) {
            json.put("cancelled", cancel(options));
        }
        List<Object> components = new ArrayList<>();
        components().forEach((name, component) -> {
            JsonObject one = new JsonObject();
            one.put("name", name);
            one.putAll(component.overview().asMap());
            components.add(one);
        });
        json.put("components", components);
        json.put(
                "accounts",
                components().values().stream()
                        .limit(1)
                        .flatMap(any -> any.overview().accountRows().stream())
                        .toList());
        json.put("routes", consumers());
        return json;
    }

    private boolean cancel(Map<String, Object> options) {
        String id = options.get(CANCEL).toString();
        return components().values().stream()
                        .filter(component -> component.cancelUpload(id))
                        .count()
                > 0;
    }

    private Map<String, ObservedComponent> components() {
        Map<String, ObservedComponent> components = new TreeMap<>();
        for (String name : getCamelContext().getComponentNames()) {
            if (getCamelContext().hasComponent(name) instanceof ObservedComponent component) {
                components.put(name, component);
            }
        }
        return components;
    }

    /** Returns the numbers of each route that begins with this component, by its identifier. */
    private Map<String, Map<String, Object>> consumers() {
        Map<String, Map<String, Object>> consumers = new LinkedHashMap<>();
        for (Route route : getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof ApiVideoEventConsumer events) {
                consumers.put(route.getRouteId(), events.numbers());
            } else if (route.getConsumer() instanceof ApiVideoPollingConsumer polls) {
                consumers.put(route.getRouteId(), polls.numbers());
            }
        }
        return consumers;
    }
}
