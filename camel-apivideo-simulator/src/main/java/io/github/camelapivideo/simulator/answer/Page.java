// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.MultiMap;
import org.eclipse.jetty.util.UrlEncoded;

/** A page of a list, with links to the others. */
record Page<T>(List<T> data, Pagination pagination) {

    private static final int USUAL = 25;

    record Pagination(
            int itemsTotal, int pagesTotal, int pageSize, int currentPage, int currentPageItems, List<Link> links) {}

    record Link(String rel, String uri) {}

    /**
     * Makes the page that the query asks for. The query was checked by the rules of its route.
     *
     * @param uri the path of the list, without a query; the links are relative
     */
    static <S, T> Page<T> of(List<S> all, Function<S, T> toJson, Fields query, String uri) {
        int number = number(query, "currentPage", 1);
        int size = number(query, "pageSize", USUAL);
        int pages = Math.max(1, (all.size() + size - 1) / size);
        List<T> data =
                all.stream().skip((number - 1L) * size).limit(size).map(toJson).toList();
        return new Page<>(
                data,
                new Pagination(all.size(), pages, size, number, data.size(), links(query, uri, number, pages, size)));
    }

    private static int number(Fields query, String name, int usual) {
        return query.get(name) == null ? usual : Integer.parseInt(query.getValue(name));
    }

    /**
     * The order that the query asks for.
     *
     * @param orders the orders by name
     * @param usual the name of the default order
     * @param usualDirection {@code asc} or {@code desc}
     */
    static <S> Comparator<S> order(
            Fields query, Map<String, Comparator<S>> orders, String usual, String usualDirection) {
        String by =
                choice(query, "sortBy", usual, orders.keySet().stream().sorted().toList());
        String direction = choice(query, "sortOrder", usualDirection, List.of("asc", "desc"));
        return direction.equals("asc") ? orders.get(by) : orders.get(by).reversed();
    }

    private static String choice(Fields query, String name, String usual, List<String> choices) {
        String value = query.get(name) == null ? usual : query.getValue(name);
        if (!choices.contains(value)) {
            throw ProblemType.INVALID_QUERY_PARAMETER.because(name, "It may be one of " + choices + ".");
        }
        return value;
    }

    private static List<Link> links(Fields query, String uri, int number, int pages, int size) {
        List<Link> links = new ArrayList<>();
        links.add(link("self", query, uri, number, size));
        links.add(link("first", query, uri, 1, size));
        if (number > 1) {
            links.add(link("previous", query, uri, number - 1, size));
        }
        if (number < pages) {
            links.add(link("next", query, uri, number + 1, size));
        }
        links.add(link("last", query, uri, pages, size));
        return links;
    }

    private static Link link(String rel, Fields query, String uri, int page, int size) {
        MultiMap<String> other = query.toMultiMap();
        other.put("currentPage", String.valueOf(page));
        other.put("pageSize", String.valueOf(size));
        return new Link(rel, uri + "?" + UrlEncoded.encode(other, StandardCharsets.UTF_8, false));
    }
}
