// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.option.NamedValue;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what numbers of views are about. The service judges names; the forms of values are checked here. */
public final class MetricsFilter {

    public static final Input<String> METRIC = name("metric", ApiVideoConstants.METRIC);
    public static final Input<String> AGGREGATION = name("aggregation", ApiVideoConstants.AGGREGATION);
    public static final Input<String> BREAKDOWN = name("breakdown", ApiVideoConstants.BREAKDOWN);

    private static final Input<OffsetDateTime> FROM =
            Input.read("from", ApiVideoConstants.FROM, text -> time("from", text));
    private static final Input<OffsetDateTime> TO = Input.read("to", ApiVideoConstants.TO, text -> time("to", text));
    private static final Input<String> INTERVAL =
            words("interval", ApiVideoConstants.INTERVAL, "minute", "hour", "day");
    private static final Input<String> UNIQUE = words("unique", ApiVideoConstants.UNIQUE, "true", "false");
    private static final Input<String> VIEW_DURATION =
            words("viewDuration", ApiVideoConstants.VIEW_DURATION, "3s", "5s", "10s", "30s");
    private static final Input<Object> FILTER_BY =
            Input.property("filterBy", ApiVideoConstants.FILTER_BY, Object.class);

    public static final List<Input<?>> INPUTS = List.of(FROM, TO, FILTER_BY, UNIQUE, VIEW_DURATION);
    public static final List<Input<?>> INPUTS_OVER_TIME =
            Stream.concat(INPUTS.stream(), Stream.of(INTERVAL)).toList();

    private static final String NAME_FORM = "[A-Za-z0-9-]{1,100}";
    private static final DateTimeFormatter ATOM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    // These have one value each; the value of a referrer may have a comma.
    private static final Set<String> SINGLE = Set.of("mediaType", "tag");
    private static final Set<String> NOT_DIVIDED = Set.of("tag", "referrer");

    private MetricsFilter() {}

    /** @throws IllegalArgumentException if one has a value that it cannot have */
    public static List<Parameter> of(ExchangeValues values) {
        values.requireFilled(List.of(FILTER_BY));
        OffsetDateTime from = values.get(FROM);
        OffsetDateTime to = values.get(TO);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "from=" + from.format(ATOM) + ": allowed is a time before to=" + to.format(ATOM));
        }
        List<Parameter> parameters = new ArrayList<>();
        add(parameters, "from", from == null ? null : from.format(ATOM));
        add(parameters, "to", to == null ? null : to.format(ATOM));
        add(parameters, "unique", values.get(UNIQUE));
        add(parameters, "viewDuration", values.get(VIEW_DURATION));
        addFilters(parameters, values);
        return parameters;
    }

    /** Returns the same, and the interval. */
    public static List<Parameter> overTime(ExchangeValues values) {
        List<Parameter> parameters = new ArrayList<>(of(values));
        add(parameters, "interval", values.get(INTERVAL));
        return parameters;
    }

    private static void addFilters(List<Parameter> parameters, ExchangeValues values) {
        Object header = values.header(FILTER_BY);
        Object filters = header == null ? values.evaluatedOption(FILTER_BY) : header;
        if (filters == null) {
            return;
        }
        if (!(filters instanceof Map<?, ?> byName)) {
            throw new IllegalArgumentException("Header " + FILTER_BY.header() + " is a "
                    + filters.getClass().getName() + ": allowed is a Map");
        }
        byName.forEach(
                (name, value) -> filter(String.valueOf(name), value, values).forEach(parameters::add));
    }

    private static Stream<Parameter> filter(String name, Object value, ExchangeValues values) {
        if (!name.matches("[A-Za-z]{1,50}")) {
            throw new IllegalArgumentException(NamedValue.of("filterBy." + name, value)
                    + ": the name has other characters than letters; allowed is one such as filterBy.browser");
        }
        String parameter = "filterBy[" + name + "]" + (SINGLE.contains(name) ? "" : "[]");
        Stream<?> several = ExchangeValues.listed(value) instanceof Collection<?> collection
                ? collection.stream()
                : NOT_DIVIDED.contains(name)
                        ? Stream.of(value)
                        : Arrays.stream(values.convert(String.class, "filterBy." + name, value)
                                .split("\\s*,\\s*"));
        return several.map(one -> new Parameter(parameter, values.convert(String.class, "filterBy." + name, one)));
    }

    private static void add(List<Parameter> parameters, String name, String value) {
        if (value != null) {
            parameters.add(new Parameter(name, value));
        }
    }

    private static Input<String> name(String option, String header) {
        return Input.read(option, header, text -> {
            if (!text.matches(NAME_FORM)) {
                throw new IllegalArgumentException(NamedValue.of(option, text) + ": allowed are letters, digits and -");
            }
            return text;
        });
    }

    private static Input<String> words(String option, String header, String... allowed) {
        return Input.read(option, header, text -> ListInputs.word(option, text, List.of(allowed)));
    }

    private static OffsetDateTime time(String name, String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(NamedValue.of(name, text)
                    + ": allowed is a time with an offset, as in 2026-01-31T12:00:00+01:00 or 2026-01-31T11:00:00Z");
        }
    }
}
