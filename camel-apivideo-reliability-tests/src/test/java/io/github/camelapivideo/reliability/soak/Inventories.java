// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.reliability.soak.Inventory.Moment;
import java.util.ArrayList;
import java.util.List;

/** All the inventories of a run: the first before the component starts, the last after it has stopped. */
final class Inventories {

    private final List<Inventory> all = new ArrayList<>();

    void add(Inventory inventory) {
        all.add(inventory);
    }

    List<Inventory> pauses() {
        return all.stream()
                .filter(inventory -> inventory.moment() == Moment.IDLE)
                .toList();
    }

    HeapTrend heap() {
        return new HeapTrend(pauses().stream().map(Inventory::heapBytes).toList());
    }

    Inventory first() {
        return all.get(0);
    }

    Inventory last() {
        return all.get(all.size() - 1);
    }

    /** What is left over. */
    List<String> judge() {
        List<String> problems = new ArrayList<>();
        pauses().forEach(pause -> judgePause(pause, problems));
        if (!heap().isFlat()) {
            problems.add("The heap grows: " + heap());
        }
        tell("threads left over", without(last().threads(), first().threads()), problems);
        tell("open files left over", without(last().descriptors(), first().descriptors()), problems);
        tell("files left over", last().files(), problems);
        if (last().leasedConnections() > 0 || last().openSockets() > 0) {
            problems.add("connections left over: " + last().leasedConnections() + " leased, " + last().openSockets()
                    + " open");
        }
        return problems;
    }

    private static void judgePause(Inventory pause, List<String> problems) {
        tell("files in a pause", pause.files(), problems);
        if (pause.leasedConnections() > 0) {
            problems.add("connections leased in a pause: " + pause.leasedConnections());
        }
    }

    private static List<String> without(List<String> late, List<String> early) {
        List<String> more = new ArrayList<>(late);
        early.forEach(more::remove);
        return more;
    }

    private static void tell(String what, List<String> things, List<String> problems) {
        if (!things.isEmpty()) {
            problems.add(what + ": " + things);
        }
    }

    static String text(Inventory inventory) {
        return "%,d bytes of heap, %d threads, %d connections leased, %d open, %d files open, %d files"
                .formatted(
                        inventory.heapBytes(),
                        inventory.threads().size(),
                        inventory.leasedConnections(),
                        inventory.openSockets(),
                        inventory.descriptors().size(),
                        inventory.files().size());
    }
}
