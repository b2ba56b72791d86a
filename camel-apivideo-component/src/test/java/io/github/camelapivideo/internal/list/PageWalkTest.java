// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.internal.call.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk through a list that changes while it is read. */
class PageWalkTest {

    private static final int RUNS = 3000;

    /** A list of the service. Its items are numbers in ascending order, as if sorted by the time of creation. */
    private static final class RemoteList {
        private final List<Integer> items = new ArrayList<>();
        private final boolean counted;
        private int newest;
        private int requests;

        RemoteList(int length, boolean counted) {
            this.counted = counted;
            IntStream.range(0, length).forEach(item -> append());
        }

        void append() {
            // Numbers in between are for items that are inserted.
            newest += 1000;
            items.add(newest);
        }

        void insert(int number) {
            if (!items.contains(number)) {
                items.add(number);
                items.sort(null);
            }
        }

        Page<Integer> page(PageWalk.Window window) {
            requests++;
            int from = Math.min((window.number() - 1) * window.size(), items.size());
            int to = Math.min(from + window.size(), items.size());
            int pages = (items.size() + window.size() - 1) / window.size();
            return new Page<>(
                    items.subList(from, to), counted ? (long) items.size() : null, counted ? pages : null, false);
        }
    }

    /** Walks through the list; after each page the list changes. */
    private static List<Integer> walk(RemoteList list, int pageSize, Consumer<List<Integer>> change) {
        PageWalk<Integer> walk = new PageWalk<>(String::valueOf, pageSize);
        List<Integer> given = new ArrayList<>();
        while (!walk.isDone()) {
            List<Integer> fresh = walk.take(list.page(walk.window()));
            given.addAll(fresh);
            change.accept(fresh);
        }
        return given;
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,1", "99,1", "100,1", "101,2", "180,2", "181,3", "10000,125"})
    void aListThatStaysIsGivenOnceAndInItsOrder(int length, int requests) {
        RemoteList list = new RemoteList(length, true);
        assertThat(walk(list, 100, fresh -> {})).isEqualTo(list.items);
        assertThat(list.requests).isLessThanOrEqualTo(requests);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11, 20, 25, 99, 100})
    void anyPageSizeReachesTheEnd(int pageSize) {
        RemoteList list = new RemoteList(1234, false);
        assertThat(walk(list, pageSize, fresh -> {})).isEqualTo(list.items);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatStaysIsGivenExactlyOnceWhateverIsCreatedAndDeleted(boolean counted) {
        for (int seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            RemoteList list = new RemoteList(random.nextInt(600), counted);
            Set<Integer> stays = new HashSet<>(list.items);
            int most = random.nextInt(120);
            int[] left = {1000};
            List<Integer> given = walk(list, 10 + random.nextInt(91), fresh -> {
                for (int change = 0; change < random.nextInt(most + 1) && left[0]-- > 0; change++) {
                    change(list, stays, random);
                }
            });
            assertThat(given).as("seed " + seed).doesNotHaveDuplicates().containsAll(stays);
        }
    }

    private static void change(RemoteList list, Set<Integer> stays, Random random) {
        int place = random.nextInt(list.newest + 2000);
        switch (random.nextInt(3)) {
            case 0 -> list.append();
            case 1 -> list.insert(place);
            default -> {
                if (!list.items.isEmpty()) {
                    stays.remove(list.items.remove(random.nextInt(list.items.size())));
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRouteMayDeleteEachItem(boolean counted) {
        RemoteList list = new RemoteList(1234, counted);
        List<Integer> all = List.copyOf(list.items);
        assertThat(walk(list, 100, list.items::removeAll)).isEqualTo(all);
        assertThat(list.items).isEmpty();
        assertThat(list.requests).isLessThanOrEqualTo(30);
    }

    @Test
    void aRouteMayDeleteAllButFew() {
        RemoteList list = new RemoteList(1234, false);
        List<Integer> all = List.copyOf(list.items);
        assertThat(walk(list, 100, fresh -> list.items.removeIf(item -> fresh.contains(item) && item % 97 != 0)))
                .isEqualTo(all);
    }

    @Test
    void anEndlessListIsAnErrorInTheEnd() {
        Function<Integer, String> identity = String::valueOf;
        PageWalk<Integer> walk = new PageWalk<>(identity, 100);
        Page<Integer> same = new Page<>(IntStream.range(0, 100).boxed().toList(), null, null, false);
        assertThatThrownBy(() -> {
                    while (!walk.isDone()) {
                        walk.take(same);
                    }
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("The list cannot be read to its end: the last 1000 pages had nothing new");
    }

    @Test
    void asksOnlyForPagesThatTheServiceAllows() {
        RemoteList list = new RemoteList(5000, true);
        PageWalk<Integer> walk = new PageWalk<>(String::valueOf, 100);
        while (!walk.isDone()) {
            assertThat(walk.window().size()).isBetween(10, 100);
            walk.take(list.page(walk.window()));
        }
    }
}
