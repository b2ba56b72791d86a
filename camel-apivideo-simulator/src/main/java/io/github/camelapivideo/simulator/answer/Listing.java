// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.answer;

import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.jetty.util.Fields;

/**
 * What a list's query may ask for: its filters and orders. Refuses parameters that the list does not have, because a
 * misspelt filter would return all entries. Build it once; it is not changed afterwards.
 *
 * @param <T> an entry of the list
 */
public final class Listing<T> {

    private static final Set<String> PAGING = Set.of("currentPage", "pageSize");
    private static final Set<String> SORTING = Set.of("sortBy", "sortOrder");

    /** Makes a filter from one parameter of the query; empty if it does not know the parameter. */
    @FunctionalInterface
    public interface Filter<T> {
        Optional<Predicate<T>> of(Fields.Field parameter);
    }

    private final List<Filter<T>> filters = new ArrayList<>();
    private final Map<String, Comparator<T>> orders = new LinkedHashMap<>();
    private String usualOrder;
    private String usualDirection;

    private Listing() {}

    /** A list without filters and orders. */
    public static <T> Listing<T> create() {
        return new Listing<>();
    }

    /** Adds a filter. */
    public Listing<T> filter(Filter<T> filter) {
        filters.add(filter);
        return this;
    }

    /** Adds a filter with one value; it may refuse the value. */
    public Listing<T> filter(String name, Function<String, Predicate<T>> filter) {
        return filter(parameter ->
                name.equals(parameter.getName()) ? Optional.of(filter.apply(parameter.getValue())) : Optional.empty());
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
     */
    public Answer answer(List<T> all, Function<T, ?> toJson, Call call) {
        return answer(Map.of(), all, toJson, call);
    }

    /**
     * Answers with the page that the query asks for.
     *
     * @param head what stands before the entries
     * @param all the entries, the oldest first
     */
    public Answer answer(Map<String, ?> head, List<T> all, Function<T, ?> toJson, Call call) {
        Fields query = call.query();
        Page<?> page = Page.of(selected(all, query), toJson::apply, query, call.path());
        Map<String, Object> json = new LinkedHashMap<>(head);
        json.put("data", page.data());
        json.put("pagination", page.pagination());
        return Answer.json(200, json);
    }

    private List<T> selected(List<T> all, Fields query) {
        Predicate<T> wanted = query.stream()
                .filter(parameter -> !isGeneral(parameter.getName()))
                .map(this::filter)
                .reduce(entry -> true, Predicate::and);
        List<T> found = new ArrayList<>(all.stream().filter(wanted).toList());
        if (!orders.isEmpty()) {
            // Of two equal entries the younger comes first.
            Collections.reverse(found);
            found.sort(Page.order(query, orders, usualOrder, usualDirection));
        }
        return found;
    }

    private boolean isGeneral(String name) {
        return PAGING.contains(name) || !orders.isEmpty() && SORTING.contains(name);
    }

    private Predicate<T> filter(Fields.Field parameter) {
        return filters.stream()
                .flatMap(filter -> filter.of(parameter).stream())
                .findFirst()
                .orElseThrow(() -> ProblemType.INVALID_QUERY_PARAMETER.because(
                        parameter.getName(), "This parameter was not expected."));
    }
}
