// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.call.ApiRequest.UrlSecret;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Input;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.input.ListInputs;
import io.github.camelapivideo.internal.list.Listing;
import io.github.camelapivideo.internal.text.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Makes the row of an operation that lists. A list of captions is one more row:
 *
 * <pre>{@code
 * static final Row LIST_CAPTIONS =
 *         ListRow.of(videos, Caption.class, Caption::srclang, "/videos/{videoId}/captions").in(VIDEO_ID).row();
 * }</pre>
 *
 * <p>{@link #sortedBy} and {@link #filteredBy} add what the list can be sorted and filtered by. Immutable.
 *
 * @param item the type of the items
 * @param identity tells items apart; never null for an item
 * @param path as the service documents it
 * @param variables the inputs with the values of the variables in the path, in their order
 * @param orders the allowed values of {@code sortBy}, the default first; empty if the list cannot be sorted
 * @param filterInputs what the filters read
 * @param filters reads the parameters with the filters out of an exchange
 * @param secretFilter the input of a filter that is a credential, which no message and no log contains; null if there is
 *     none
 */
record ListRow<T>(
        Row.Group group,
        Class<T> item,
        Function<T, String> identity,
        String path,
        List<Input<String>> variables,
        List<String> orders,
        List<Input<?>> filterInputs,
        Function<ExchangeValues, List<Parameter>> filters,
        Input<Secret> secretFilter) {

    private static final String ASCENDING = "asc";

    static <T> ListRow<T> of(Row.Group group, Class<T> item, Function<T, String> identity, String path) {
        return new ListRow<>(group, item, identity, path, List.of(), List.of(), List.of(), values -> List.of(), null);
    }

    /** Returns the same list with this variable in its path, after those that were named before. */
    ListRow<T> in(Input<String> variable) {
        List<Input<String>> all = new ArrayList<>(variables);
        all.add(variable);
        return new ListRow<>(
                group, item, identity, path, List.copyOf(all), orders, filterInputs, filters, secretFilter);
    }

    /** Returns the same list, which can be sorted by these words; by default by the first one, ascending. */
    ListRow<T> sortedBy(String... words) {
        return new ListRow<>(
                group, item, identity, path, variables, List.of(words), filterInputs, filters, secretFilter);
    }

    /** Returns the same list with filters that are named like their inputs. */
    ListRow<T> filteredBy(List<Input<String>> inputs) {
        return filteredBy(List.copyOf(inputs), values -> parameters(inputs, values));
    }

    private static List<Parameter> parameters(List<Input<String>> inputs, ExchangeValues values) {
        values.requireFilled(inputs);
        return inputs.stream()
                .filter(input -> values.get(input) != null)
                .map(input -> new Parameter(input.name(), values.get(input)))
                .toList();
    }

    /** Returns the same list with filters that need more than one text each. */
    ListRow<T> filteredBy(List<Input<?>> inputs, Function<ExchangeValues, List<Parameter>> reading) {
        return new ListRow<>(group, item, identity, path, variables, orders, inputs, reading, secretFilter);
    }

    /** Returns the same list with a filter that is a credential, named like its input. */
    ListRow<T> filteredBySecret(Input<Secret> input) {
        return new ListRow<>(group, item, identity, path, variables, orders, filterInputs, filters, input);
    }

    Row row() {
        Row row = Row.of(group, context -> new ListOperation<>(this::listing, context))
                .reading(List.copyOf(variables))
                .reading(filterInputs)
                .reading(secretFilter == null ? List.of() : List.of(secretFilter))
                .reading(ListInputs.OUTPUT_TYPE, ListInputs.CURRENT_PAGE, ListInputs.PAGE_SIZE);
        return orders.isEmpty() ? row : row.reading(ListInputs.SORT_BY, ListInputs.SORT_ORDER);
    }

    /**
     * Returns the list that an exchange asks for.
     *
     * @throws IllegalArgumentException if it asks for something that the list does not have
     */
    Listing<T> listing(ExchangeValues values) {
        List<Parameter> query = new ArrayList<>(filters.apply(values));
        Secret secret = secretFilter == null ? null : secret(values);
        if (!orders.isEmpty()) {
            query.addAll(order(values));
        }
        return new Listing<>(
                path,
                variables.stream().map(values::required).toList(),
                variables.contains(Inputs.VIDEO_ID) ? values.required(Inputs.VIDEO_ID) : null,
                item,
                identity,
                query,
                secret == null ? null : new UrlSecret(secretFilter.name(), secret),
                Objects.requireNonNullElseGet(values.get(ListInputs.PAGE_SIZE), ListInputs::defaultPageSize));
    }

    private Secret secret(ExchangeValues values) {
        values.requireFilled(List.of(secretFilter));
        return values.get(secretFilter);
    }

    private List<Parameter> order(ExchangeValues values) {
        String by = Objects.requireNonNullElse(values.get(ListInputs.SORT_BY), orders.get(0));
        String order = Objects.requireNonNullElse(values.get(ListInputs.SORT_ORDER), ASCENDING);
        return List.of(
                new Parameter("sortBy", ListInputs.word("sortBy", by, orders)), new Parameter("sortOrder", order));
    }
}
