// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.util.Fields;

/** {@code GET /videos}: filters, order and pages. */
final class VideoList {

    private static final Pattern METADATA = Pattern.compile("metadata\\[(.+)]");
    private static final Map<String, Comparator<StoredVideo>> ORDERS = Map.of(
            "title", Comparator.comparing(video -> String.valueOf(video.attribute("title"))),
            "createdAt", Comparator.comparing(StoredVideo::createdAt),
            "publishedAt", Comparator.comparing(StoredVideo::createdAt),
            "updatedAt", Comparator.comparing(StoredVideo::createdAt));

    private final Fields query;

    VideoList(Fields query) {
        this.query = query;
    }

    Map<String, Object> of(List<StoredVideo> all, URI base) {
        List<StoredVideo> found = new ArrayList<>(all.stream().filter(filter()).toList());
        found.sort(order());
        int page = number("currentPage", 1, Integer.MAX_VALUE);
        int size = number("pageSize", 25, 100);
        int pages = Math.max(1, (found.size() + size - 1) / size);
        List<Map<String, Object>> data = found.stream()
                .skip((long) (page - 1) * size)
                .limit(size)
                .map(video -> video.json(base))
                .toList();
        return Map.of(
                "data",
                data,
                "pagination",
                Map.of(
                        "itemsTotal",
                        found.size(),
                        "pagesTotal",
                        pages,
                        "pageSize",
                        size,
                        "currentPage",
                        page,
                        "currentPageItems",
                        data.size(),
                        "links",
                        links(page, pages, size)));
    }

    private static List<Map<String, Object>> links(int page, int pages, int size) {
        List<Map<String, Object>> links = new ArrayList<>();
        links.add(link("self", page, size));
        links.add(link("first", 1, size));
        if (page > 1) {
            links.add(link("previous", page - 1, size));
        }
        if (page < pages) {
            links.add(link("next", page + 1, size));
        }
        links.add(link("last", pages, size));
        return links;
    }

    private static Map<String, Object> link(String rel, int page, int size) {
        return Map.of("rel", rel, "uri", "/videos?currentPage=" + page + "&pageSize=" + size);
    }

    private Predicate<StoredVideo> filter() {
        Predicate<StoredVideo> filter = video -> true;
        for (Fields.Field field : query) {
            filter = filter.and(filter(field.getName(), field.getValues()));
        }
        return filter;
    }

    private static Predicate<StoredVideo> filter(String name, List<String> values) {
        Matcher metadata = METADATA.matcher(name);
        if (metadata.matches()) {
            Map<String, String> entry = Map.of("key", metadata.group(1), "value", values.get(0));
            return video -> video.attribute("metadata") instanceof List<?> entries && entries.contains(entry);
        }
        return switch (name) {
            case "title", "description" -> video -> contains(video.attribute(name), values.get(0));
            case "tags[]", "tags" ->
                video -> video.attribute("tags") instanceof List<?> tags && tags.containsAll(values);
            default -> video -> true;
        };
    }

    private static boolean contains(Object text, String wanted) {
        return text instanceof String has && has.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
    }

    private Comparator<StoredVideo> order() {
        String by = query.getValue("sortBy") == null ? "createdAt" : query.getValue("sortBy");
        String direction = query.getValue("sortOrder") == null ? "desc" : query.getValue("sortOrder");
        if (!ORDERS.containsKey(by)) {
            throw ProblemType.INVALID_QUERY_PARAMETER.because("sortBy", "It may be one of " + ORDERS.keySet() + ".");
        }
        if (!List.of("asc", "desc").contains(direction)) {
            throw ProblemType.INVALID_QUERY_PARAMETER.because("sortOrder", "It may be asc or desc.");
        }
        return direction.equals("asc") ? ORDERS.get(by) : ORDERS.get(by).reversed();
    }

    private int number(String name, int standard, int most) {
        String text = query.getValue(name);
        if (text == null) {
            return standard;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw ProblemType.INVALID_QUERY_PARAMETER.because(name, "It may be a number from 1 to " + most + ".");
        }
        return Integer.parseInt(text);
    }
}
