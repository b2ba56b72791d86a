// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.analytics;

import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.Fields;

/** What all requests for figures have in common: their query, read strictly. */
final class DataQuery {

    private static final int LONGEST_REFERRER = 2048;
    private static final Pattern FILTER = Pattern.compile("filterBy\\[(\\w+)](\\[])?");
    private static final List<String> FILTERS = List.of(
            "mediaId",
            "mediaType",
            "continent",
            "country",
            "deviceType",
            "operatingSystem",
            "browser",
            "tag",
            "referrer");
    private static final List<String> SINGLE_FILTERS = List.of("mediaType", "tag");
    private static final List<String> TOTAL_FILTERS = List.of("mediaId", "mediaType");
    private static final List<String> MEDIA_TYPES = List.of("video", "live-stream");
    private static final List<String> VIEW_DURATIONS = List.of("3s", "5s", "10s", "30s");
    private static final List<String> FLAGS = List.of("true", "false");

    private final Fields query;
    private final String metric;
    private final boolean total;

    /** @param total true for all plays since the beginning, which has fewer filters and no period */
    DataQuery(Fields query, String metric, boolean total) {
        this.query = query;
        this.metric = metric;
        this.total = total;
    }

    /**
     * Refuses parameters that do not belong here, and wrong values.
     *
     * @param others the parameters of this kind of request
     */
    void check(String... others) {
        List<String> known = new ArrayList<>(List.of(others));
        known.addAll(List.of("from", "to"));
        if (isAboutViewers() || isAboutViews()) {
            known.add("unique");
        }
        if (isAboutViews()) {
            known.add("viewDuration");
        }
        query.stream().filter(field -> !known.contains(field.getName())).forEach(this::checkFilter);
        choice("unique", FLAGS);
        choice("viewDuration", VIEW_DURATIONS);
    }

    private boolean isAboutViewers() {
        return metric.startsWith("ccv");
    }

    private boolean isAboutViews() {
        return metric.equals("view");
    }

    private void checkFilter(Fields.Field field) {
        Matcher filter = FILTER.matcher(field.getName());
        if (!filter.matches() || !(total ? TOTAL_FILTERS : FILTERS).contains(filter.group(1))) {
            throw refusal(field.getName(), "This field was not expected.");
        }
        if (SINGLE_FILTERS.contains(filter.group(1))
                && (filter.group(2) != null || field.getValues().size() > 1)) {
            throw refusal(field.getName(), "This filter has one value.");
        }
        checkValues(filter.group(1), field);
    }

    private static void checkValues(String filter, Fields.Field field) {
        for (String value : field.getValues()) {
            if (filter.equals("referrer") && value.length() > LONGEST_REFERRER) {
                throw refusal("filterBy[referrer]", "This value should not contain more than 2048 characters.");
            }
            if (filter.equals("mediaType") && !MEDIA_TYPES.contains(value)) {
                throw refusal(field.getName(), "It may be one of " + MEDIA_TYPES + ".");
            }
        }
    }

    /** The value of a parameter with few values; empty if the query lacks it. */
    Optional<String> choice(String name, List<String> allowed) {
        Optional<String> value = value(name);
        if (value.isPresent() && !allowed.contains(value.get())) {
            throw refusal(name, "This value is invalid. Use one of " + allowed + ".");
        }
        return value;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(query.getValue(name));
    }

    /** The metric as the answer names it, such as {@code unique-view-5}. */
    String name() {
        String name =
                isAboutViews() ? "view-" + value("viewDuration").orElse("5s").replace("s", "") : metric;
        return value("unique").filter("true"::equals).isPresent() ? "unique-" + name : name;
    }

    static Refusal refusal(String name, String detail) {
        return ProblemType.REQUEST_INVALID_QUERY_PARAMETER.because(name, detail);
    }
}
