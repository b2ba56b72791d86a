// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.util.List;

/**
 * One page of a list. Immutable. What the service says about the list may be missing or wrong: no sum is checked.
 *
 * @param items in the order of the list; never null
 * @param itemsTotal the number of items on all pages; null if the service does not say it
 * @param pagesTotal the number of pages; null if the service does not say it
 * @param linkedAsLast true if the service links to other pages, and to none that follows
 */
public record Page<T>(List<T> items, Long itemsTotal, Integer pagesTotal, boolean linkedAsLast) {

    public Page {
        items = List.copyOf(items);
    }

    /** Returns a page without items. */
    public static <T> Page<T> none() {
        return new Page<>(List.of(), null, null, false);
    }

    /**
     * Returns true if no page follows.
     *
     * @param number the number of this page
     * @param size the number of items that a full page has
     */
    public boolean isLast(int number, int size) {
        boolean counted = pagesTotal != null && pagesTotal > 0;
        return items.isEmpty() || linkedAsLast || (counted ? number >= pagesTotal : items.size() < size);
    }
}
