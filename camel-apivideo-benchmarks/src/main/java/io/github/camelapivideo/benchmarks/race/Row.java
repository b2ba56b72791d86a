// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Job.Body;

/**
 * One line of a table: a client and how it is used.
 *
 * @param client in Java; null for curl
 * @param partSize in bytes; 0 lets the component choose
 * @param keptAlive for curl: whether all parts go over one connection
 * @param platform what it runs on, if it is in Java
 */
public record Row(
        String label, ClientKind client, Body body, int lanes, long partSize, boolean keptAlive, Platform platform) {

    public static final long MIB = 1024 * 1024;

    /** The size of parts that api.video's own clients have by default. */
    public static final long PART = 50 * MIB;

    public static final long AUTO = 0;

    public static Row component(int lanes, Body body, long partSize) {
        String what =
                switch (body) {
                    case FILE -> "file";
                    case KNOWN -> "stream, length told";
                    case UNKNOWN -> "stream of unknown length";
                };
        String label = "**component**, " + what + parts(partSize) + at(lanes);
        return new Row(label, ClientKind.COMPONENT, body, lanes, partSize, true, Platform.OWN);
    }

    public static Row file(ClientKind client, String label, int lanes) {
        return new Row(label + at(lanes), client, Body.FILE, lanes, PART, true, Platform.OWN);
    }

    public static Row curl(int lanes) {
        return new Row("curl for each part" + at(lanes), null, Body.FILE, lanes, PART, false, Platform.OWN);
    }

    public static Row curlKeptAlive() {
        return new Row("curl for all parts", null, Body.FILE, 1, PART, true, Platform.OWN);
    }

    /** A client of another service. */
    public static Row peer(ClientKind client, String label, Body body, long partSize) {
        return new Row(label, client, body, 1, partSize, true, Platform.OWN);
    }

    /** The same on another platform. */
    public Row on(Platform other) {
        return new Row(label + ", " + other.label(), client, body, lanes, partSize, keptAlive, other);
    }

    private static String at(int lanes) {
        return lanes == 1 ? "" : lanes == Job.AUTO ? ", `parallelism=auto`" : ", " + lanes + " at once";
    }

    private static String parts(long partSize) {
        return partSize == AUTO ? ", parts `auto`" : partSize == PART ? "" : ", parts of " + partSize / MIB + " MiB";
    }
}
