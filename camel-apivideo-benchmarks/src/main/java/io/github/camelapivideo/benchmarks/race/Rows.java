// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import io.github.camelapivideo.benchmarks.client.ClientKind;
import io.github.camelapivideo.benchmarks.client.Job.Body;
import java.util.List;

/** The clients, as they are used in the races. */
public final class Rows {

    public static final Row SINK_1 = Row.file(ClientKind.RAW, "(the sink's limit: bytes into a socket)", 1);
    public static final Row SINK_4 = Row.file(ClientKind.RAW, "(the sink's limit: bytes into a socket)", 4);
    public static final Row BARE_1 = Row.file(ClientKind.BARE, "bare HttpClient 5 loop", 1);
    public static final Row BARE_4 = Row.file(ClientKind.BARE, "bare HttpClient 5 loop", 4);
    public static final Row NAIVE = Row.file(ClientKind.NAIVE, "loop after the tutorial, 50 MiB arrays", 1);
    public static final Row CAMEL_HTTP_1 = Row.file(ClientKind.CAMEL_HTTP, "camel-http, split and aggregate", 1);
    public static final Row CAMEL_HTTP_4 = Row.file(ClientKind.CAMEL_HTTP, "camel-http, split and aggregate", 4);
    public static final Row CURL_1 = Row.curl(1);
    public static final Row CURL_4 = Row.curl(4);
    public static final Row CURL_KEPT = Row.curlKeptAlive();
    public static final Row FILE_1 = Row.component(1, Body.FILE, Row.PART);
    public static final Row FILE_4 = Row.component(4, Body.FILE, Row.PART);
    public static final Row FILE_8 = Row.component(8, Body.FILE, Row.PART);
    public static final Row FILE_1_AUTO = Row.component(1, Body.FILE, Row.AUTO);
    public static final Row FILE_4_AUTO = Row.component(4, Body.FILE, Row.AUTO);
    public static final Row FILE_8_AUTO = Row.component(8, Body.FILE, Row.AUTO);
    public static final Row KNOWN_1 = Row.component(1, Body.KNOWN, Row.AUTO);
    public static final Row KNOWN_4 = Row.component(4, Body.KNOWN, Row.AUTO);
    public static final Row KNOWN_8 = Row.component(8, Body.KNOWN, Row.AUTO);
    public static final Row UNKNOWN_1 = Row.component(1, Body.UNKNOWN, Row.AUTO);
    public static final Row UNKNOWN_4 = Row.component(4, Body.UNKNOWN, Row.AUTO);
    public static final Row UNKNOWN_8 = Row.component(8, Body.UNKNOWN, Row.AUTO);

    private Rows() {}

    static boolean isCurl(Row row) {
        return row.client() == null;
    }

    /** Without curl, if this machine has none. */
    public static List<Row> there(List<Row> rows) {
        return rows.stream().filter(row -> !isCurl(row) || Curl.isThere()).toList();
    }

    /** The bare loop on as many lanes. */
    public static Row loop(Row row) {
        return row.lanes() == 1 ? BARE_1 : BARE_4;
    }

    /** As many curls at once. */
    public static Row curl(Row row) {
        return row.lanes() == 1 ? CURL_1 : CURL_4;
    }

    public static List<Row> raw() {
        return List.of(
                FILE_1,
                FILE_4,
                FILE_8,
                FILE_4_AUTO,
                KNOWN_1,
                KNOWN_4,
                KNOWN_8,
                UNKNOWN_1,
                UNKNOWN_4,
                UNKNOWN_8,
                BARE_1,
                BARE_4,
                CURL_1,
                CURL_KEPT,
                CURL_4,
                NAIVE,
                CAMEL_HTTP_1,
                CAMEL_HTTP_4,
                SINK_1,
                SINK_4);
    }

    /** The clients that send one part at a time, and leave a shaped network's machine idle. */
    public static List<Row> shapedAlone() {
        return List.of(FILE_1_AUTO, BARE_1, CURL_1, NAIVE);
    }

    public static List<Row> shapedTogether() {
        return List.of(FILE_4_AUTO, FILE_8_AUTO, UNKNOWN_4, UNKNOWN_8, BARE_4, CURL_4, CAMEL_HTTP_4);
    }
}
