// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.list;

import io.github.camelapivideo.internal.call.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides which page of a list is read next, and which of its items are new. Items that are created or deleted
 * meanwhile shift the others between pages. So each page overlaps what was given before: it counts only if it begins
 * with an item that was given, or with the first item of the list. Otherwise items may be missing before it, and the
 * walk goes back. For one thread at a time.
 *
 * <p>An item that exists all the time is given exactly once, as long as its place among the others stays the same.
 */
final class PageWalk<T> {

    /** The smallest number of items that the service accepts as a page. */
    static final int SMALLEST = 10;

    // Pages of one size cannot overlap.
    private static final int SMALLEST_LARGEST = 2 * SMALLEST;

    // So many deletions, or changes of place among items of the same second, do not make the walk go back.
    private static final int OVERLAPS_IN_A_PAGE = 10;

    // A list that is read to its end does not need so many; a service that ignores the page's number never ends.
    private static final int MOST_FRUITLESS = 1000;

    /**
     * A page to ask for.
     *
     * @param number from 1
     */
    record Window(int number, int size) {

        /** Returns the number of items before the page. */
        private long from() {
            return (number - 1L) * size;
        }

        private long end() {
            return (long) number * size;
        }

        /** Returns the page that begins after at most so many items, and reaches furthest. */
        private static Window after(long most, int largest) {
            Window best = new Window(1, largest);
            for (int size = SMALLEST; size <= largest && most > 0; size++) {
                Window window = new Window(Math.toIntExact(most / size + 1), size);
                best = window.end() > best.end() ? window : best;
            }
            return best;
        }
    }

    private final Function<T, String> identity;
    private final int largest;
    private final Set<String> given = new HashSet<>();

    private Window window;
    private boolean done;

    /** The number of items up to the last one that was given, as far as known. */
    private long reached;

    private Long itemsTotal;
    private long stepBack;
    private int fruitless;

    /**
     * @param identity tells items apart
     * @param pageSize the largest number of items to ask for at once
     */
    PageWalk(Function<T, String> identity, int pageSize) {
        this.identity = identity;
        this.largest = Math.max(pageSize, SMALLEST_LARGEST);
        this.window = new Window(1, largest);
    }

    /** Returns true if all items were given. */
    boolean isDone() {
        return done;
    }

    /** Returns the page to ask for. */
    Window window() {
        return window;
    }

    /** Takes the page that was asked for, and returns its new items. */
    List<T> take(Page<T> page) {
        List<T> fresh = List.of();
        if (isConnected(page)) {
            fresh = page.items().stream()
                    .filter(item -> given.add(identity.apply(item)))
                    .toList();
            advance(page);
        } else {
            goBack(page);
        }
        checkProgress(!fresh.isEmpty() || done);
        window = Window.after(reached - largest / OVERLAPS_IN_A_PAGE, largest);
        return fresh;
    }

    private boolean isConnected(Page<T> page) {
        return window.number() == 1
                || !page.items().isEmpty()
                        && given.contains(identity.apply(page.items().get(0)));
    }

    private void advance(Page<T> page) {
        reached = window.from() + page.items().size();
        itemsTotal = page.itemsTotal();
        stepBack = 0;
        done = page.isLast(window.number(), window.size());
    }

    /** Goes back as far as the list has become shorter, and further each time that this is not enough. */
    private void goBack(Page<T> page) {
        stepBack = Math.max(largest, 2 * stepBack);
        boolean counted = itemsTotal != null && page.itemsTotal() != null;
        long deleted = counted ? itemsTotal - page.itemsTotal() : 0;
        reached = Math.max(0, reached - Math.max(deleted, stepBack));
    }

    private void checkProgress(boolean progress) {
        fruitless = progress ? 0 : fruitless + 1;
        if (fruitless > MOST_FRUITLESS) {
            throw new IllegalStateException("The list cannot be read to its end: the last " + MOST_FRUITLESS
                    + " pages had nothing new, and the service says that more follow");
        }
    }
}
