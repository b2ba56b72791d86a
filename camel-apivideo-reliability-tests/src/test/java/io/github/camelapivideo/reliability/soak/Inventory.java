// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.util.Arrays;
import java.util.List;

/**
 * What the uploading program holds while no upload is under way.
 *
 * @param moment when it was taken
 * @param heapBytes after a collection
 * @param leasedConnections of the HTTP client's pool; 0 without a client
 * @param openSockets ends of connections to the service; -1 if unknown
 * @param descriptors open files that are neither sockets nor programs; empty if unknown
 * @param files in the folders for temporary files and for spilled parts
 */
record Inventory(
        Moment moment,
        long heapBytes,
        List<String> threads,
        int leasedConnections,
        int openSockets,
        List<String> descriptors,
        List<String> files) {

    /** The times at which it is taken. */
    enum Moment {
        BEFORE,
        IDLE,
        AFTER
    }

    static final String WORD = "inventory";
    private static final String SEPARATOR = "|";

    String toLine() {
        return String.join(
                "\t",
                WORD,
                moment.name(),
                String.valueOf(heapBytes),
                String.join(SEPARATOR, threads),
                String.valueOf(leasedConnections),
                String.valueOf(openSockets),
                String.join(SEPARATOR, descriptors),
                String.join(SEPARATOR, files));
    }

    static Inventory parse(List<String> words) {
        return new Inventory(
                Moment.valueOf(words.get(1)),
                Long.parseLong(words.get(2)),
                list(words.get(3)),
                Integer.parseInt(words.get(4)),
                Integer.parseInt(words.get(5)),
                list(words.get(6)),
                list(words.get(7)));
    }

    private static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\\|"));
    }
}
