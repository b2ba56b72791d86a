// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.option.NamedValue;
import java.util.List;

/** The inputs of operations that list. */
public final class ListInputs {

    private static final int SMALLEST_PAGE = 10;
    private static final int LARGEST_PAGE = 100;
    private static final List<String> ORDERS = List.of("asc", "desc");

    public static final Input<Integer> CURRENT_PAGE =
            Input.read("currentPage", ApiVideoConstants.CURRENT_PAGE, ListInputs::currentPage);
    public static final Input<Integer> PAGE_SIZE =
            Input.read("pageSize", ApiVideoConstants.PAGE_SIZE, ListInputs::pageSize);
    public static final Input<String> SORT_BY = Input.text("sortBy", ApiVideoConstants.SORT_BY);
    public static final Input<String> SORT_ORDER =
            Input.read("sortOrder", ApiVideoConstants.SORT_ORDER, text -> word("sortOrder", text, ORDERS));
    public static final Input<Object> OUTPUT_TYPE = Input.fixed("outputType");

    private ListInputs() {}

    /** Returns the number of items that a page has if the exchange does not say it. */
    public static int defaultPageSize() {
        return LARGEST_PAGE;
    }

    /**
     * Returns the text.
     *
     * @throws IllegalArgumentException if it is not one of the allowed words
     */
    public static String word(String name, String text, List<String> allowed) {
        if (!allowed.contains(text)) {
            throw new IllegalArgumentException(
                    NamedValue.of(name, text) + ": allowed are " + String.join(", ", allowed));
        }
        return text;
    }

    private static int currentPage(String text) {
        return within("currentPage", text, 1, 999_999_999);
    }

    private static int pageSize(String text) {
        return within("pageSize", text, SMALLEST_PAGE, LARGEST_PAGE);
    }

    private static int within(String name, String text, int least, int most) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw new IllegalArgumentException(
                    NamedValue.of(name, text) + ": allowed is a whole number from " + least + " to " + most);
        }
        return Integer.parseInt(text);
    }
}
