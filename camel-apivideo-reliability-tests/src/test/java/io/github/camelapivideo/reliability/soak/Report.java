// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.time.Duration;
import java.util.List;

/** The figures of a run, for people. */
record Report(SoakPlan plan, Duration duration, Figures figures, Inventories inventories, List<String> problems) {

    String toMarkdown() {
        StringBuilder text = new StringBuilder("# The soak\n\n");
        text.append("%d s with %d uploads at once in %s of heap, seed %d: %s\n\n"
                .formatted(
                        duration.toSeconds(),
                        UploadingProgram.AT_ONCE,
                        plan.heap(),
                        plan.seed(),
                        problems.isEmpty() ? "nothing was wrong." : problems.size() + " things were wrong."));
        problems.forEach(problem -> text.append("- ").append(problem).append('\n'));
        text.append("\n| what | |\n| --- | --- |\n").append(figures.toMarkdown());
        text.append("| heap after a collection | ")
                .append(inventories.heap().isFlat() ? "flat: " : "grows: ")
                .append(inventories.heap())
                .append(" |\n");
        text.append("\n| fault | times |\n| --- | --- |\n");
        figures.mishaps().forEach((name, times) -> text.append("| %s | %d |\n".formatted(name, times)));
        text.append("\n| moment | heap | threads | connections leased | open | files open | files |\n");
        text.append("| --- | --- | --- | --- | --- | --- | --- |\n");
        text.append(row("before the start", inventories.first()));
        inventories.pauses().forEach(pause -> text.append(row("pause", pause)));
        text.append(row("after the end", inventories.last()));
        return text.toString();
    }

    private static String row(String moment, Inventory inventory) {
        return "| %s | %,d | %d | %d | %d | %d | %d |\n"
                .formatted(
                        moment,
                        inventory.heapBytes(),
                        inventory.threads().size(),
                        inventory.leasedConnections(),
                        inventory.openSockets(),
                        inventory.descriptors().size(),
                        inventory.files().size());
    }
}
