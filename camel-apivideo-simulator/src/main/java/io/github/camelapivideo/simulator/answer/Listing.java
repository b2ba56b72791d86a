// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.util.Fields;

/**
 * What a list's query may ask for: its filters and orders. Refuses parameters that the list does not have. Build it
 * once; it is not changed afterwards.
 *
 * @param <T> an entry of the list
 */
public final class Listing<T> {

    private static final Set<String> PAGING = Set.of("currentPage", "pageSize");
    private static final Set<String> SORTING = Set.of("sortBy", "sortOrder");

    private final String path;
    private final Map<String, Function<String, Predicate<T>>> filters = new LinkedHashMap<>();
    private final Map<String, Comparator<T>> orders = new LinkedHashMap<>();
    private String usualOrder;
    private String usualDirection;

    private Listing(String path) {
        this.path = path;
    }

    /** A list without filters and orders. */
    public static <T> Listing<T> at(String path) {
        return new Listing<>(path);
    }

    /** Adds a filter; it may refuse its value. */
    public Listing<T> filter(String name, Function<String, Predicate<T>> filter) {
        filters.put(name, filter);
        return this;
    }

    /** Adds a filter that takes one of a few values. */
    public Listing<T> choice(String name, List<String> allowed, Function<T, String> value) {
        return filter(name, wanted -> {
            if (!allowed.contains(wanted)) {
                throw ProblemType.INVALID_QUERY_PARAMETER.because(name, "It may be one of " + allowed + ".");
            }
            return entry -> wanted.equals(value.apply(entry));
        });
    }

    /** Adds an order. The first one is the order for a query without {@code sortBy}. */
    public Listing<T> order(String name, String direction, Comparator<T> order) {
        if (orders.isEmpty()) {
            usualOrder = name;
            usualDirection = direction;
        }
        orders.put(name, order);
        return this;
    }

    /**
     * Answers with the page that the query asks for.
     *
     * @param all the entries, the oldest first
     * @param base the address of the simulator
     */
    public Answer answer(List<T> all, Function<T, ?> toJson, Fields query, URI base) {
        query.getNames().stream().filter(name -> !isKnown(name)).findFirst().ifPresent(name -> {
            throw ProblemType.INVALID_QUERY_PARAMETER.because(name, "This parameter was not expected.");
        });
        return Answer.json(200, Page.of(selected(all, query), toJson::apply, query, base + path));
    }

    private boolean isKnown(String name) {
        return PAGING.contains(name) || filters.containsKey(name) || !orders.isEmpty() && SORTING.contains(name);
    }

    private List<T> selected(List<T> all, Fields query) {
        Predicate<T> wanted = filters.entrySet().stream()
                .filter(filter -> query.get(filter.getKey()) != null)
                .map(filter -> filter.getValue().apply(query.getValue(filter.getKey())))
                .reduce(entry -> true, Predicate::and);
        List<T> found = new ArrayList<>(all.stream().filter(wanted).toList());
        if (!orders.isEmpty()) {
            // Of two equal entries the younger comes first.
            Collections.reverse(found);
            found.sort(Page.order(query, orders, usualOrder, usualDirection));
        }
        return found;
    }
}
