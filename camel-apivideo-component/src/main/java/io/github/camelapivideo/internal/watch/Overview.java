// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import static javax.management.openmbean.SimpleType.DOUBLE;
import static javax.management.openmbean.SimpleType.INTEGER;
import static javax.management.openmbean.SimpleType.LONG;
import static javax.management.openmbean.SimpleType.STRING;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.text.LogSafe;
import io.github.camelapivideo.internal.throttle.AccountThrottle.Pace;
import io.github.camelapivideo.internal.watch.Table.Column;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.management.openmbean.TabularData;

/** What a component does now, and has done, as tables. It has no secrets. Thread-safe. */
public final class Overview {

    private static final Table<UploadProgress> UPLOADS = new Table<>(
            "uploads",
            1,
            List.of(
                    new Column<>("id", "The exchange; cancelUpload takes it", STRING, UploadProgress::uploadId),
                    new Column<>("fileName", "Its file name", STRING, upload -> LogSafe.of(upload.fileName())),
                    new Column<>("videoId", "Its video, once there is one", STRING, UploadProgress::videoId),
                    new Column<>(
                            "state",
                            "WAITING for its turn, PREPARING, RUNNING, or FINISHING",
                            STRING,
                            upload -> upload.state().name()),
                    new Column<>("percent", "How far; -1 if the length is unknown", INTEGER, UploadProgress::percent),
                    new Column<>("bytes", "Bytes that were sent", LONG, UploadProgress::bytes),
                    new Column<>("length", "Bytes in all; -1 if unknown", LONG, UploadProgress::length),
                    new Column<>("parts", "Parts that the service has", INTEGER, UploadProgress::parts),
                    new Column<>("totalParts", "Parts in all; -1 if unknown", INTEGER, UploadProgress::totalParts),
                    new Column<>("mbPerSecond", "Mean rate in MB/s", DOUBLE, Overview::mbPerSecond),
                    new Column<>("seconds", "Since it began", LONG, upload -> upload.elapsed()
                            .toSeconds()),
                    new Column<>("retries", "Requests that were sent again", INTEGER, UploadProgress::retries),
                    new Column<>(
                            "standstill", "Why it stands still; null while it moves", STRING, Overview::standstill)));

    private static final Table<Map.Entry<Totals.Requests, Long>> REQUESTS = new Table<>(
            "requests",
            2,
            List.of(
                    new Column<>("operation", "Method and path", STRING, requests -> requests.getKey()
                            .operation()),
                    new Column<>("outcome", "How they ended", STRING, requests -> requests.getKey()
                            .outcome()),
                    new Column<>("count", "How many", LONG, Map.Entry::getValue)));

    private static final Table<AccountPace> ACCOUNTS = new Table<>(
            "accounts",
            2,
            List.of(
                    new Column<>("account", "Its address, and a digest of its key", STRING, AccountPace::account),
                    new Column<>("budget", "The kind of requests", STRING, AccountPace::budget),
                    new Column<>("limit", "Requests of a window; -1 if unknown", INTEGER, line -> line.pace()
                            .limit()),
                    new Column<>("remaining", "Left of them; -1 if unknown", INTEGER, line -> line.pace()
                            .remaining()),
                    new Column<>("secondsToReset", "Until the next window", LONG, AccountPace::secondsToReset),
                    new Column<>("waiting", "Requests that wait", INTEGER, line -> line.pace()
                            .waiting()),
                    new Column<>("underWay", "Requests that have not ended", INTEGER, line -> line.pace()
                            .underWay())));

    private final Load load;
    private final Totals totals;

    private record AccountPace(String account, Pace pace) {

        String budget() {
            return Overview.name(pace.budget());
        }

        long secondsToReset() {
            return seconds(pace.untilReset());
        }
    }

    /** @param totals what has been done */
    public Overview(Load load, Totals totals) {
        this.load = load;
        this.totals = totals;
    }

    /** Returns all of it but the accounts, as plain values by their names. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("runningUploads", load.count(State::isActive));
        map.put("waitingUploads", load.count(State.WAITING::equals));
        map.put("completedUploads", totals.completed());
        map.put("failedUploads", totals.failed());
        map.put("uploadedBytes", totals.bytes() + load.bytes());
        map.put("retries", totals.retries());
        map.put("throttleWaits", totals.throttles());
        map.put("bufferBytesLeased", load.leased());
        map.put("bufferBytes", load.capacity());
        map.put("eventsReceived", totals.events());
        map.put("eventsRejected", totals.refusedEvents());
        map.put("eventsRepeated", totals.repeatedEvents());
        map.put("uploads", UPLOADS.rows(load.inOrder()));
        map.put("requests", REQUESTS.rows(totals.requests().entrySet()));
        return map;
    }

    /** Returns the accounts of the Camel context, a row for each kind of their requests. */
    public List<Map<String, Object>> accountRows() {
        return ACCOUNTS.rows(paces());
    }

    /** Returns the uploads that wait and those that run, a row for each. */
    public TabularData uploads() {
        return UPLOADS.data(load.inOrder());
    }

    /** Returns the number of requests by operation and outcome. */
    public TabularData requests() {
        return REQUESTS.data(totals.requests().entrySet());
    }

    /** Returns the rate limits of the accounts, a row for each kind of requests. */
    public TabularData accounts() {
        return ACCOUNTS.data(paces());
    }

    private List<AccountPace> paces() {
        return load.accounts().entrySet().stream()
                .flatMap(account -> account.getValue().stream().map(pace -> new AccountPace(account.getKey(), pace)))
                .toList();
    }

    static String name(Budget budget) {
        return budget.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Returns the mean rate in MB/s, with one decimal. */
    private static double mbPerSecond(UploadProgress upload) {
        return Math.round(upload.bytesPerSecond() / 1e5) / 10.0;
    }

    private static String standstill(UploadProgress upload) {
        return upload.standstill() == null ? null : LogSafe.of(upload.standstill());
    }

    // Rounded up: zero only when it is over.
    static long seconds(Duration time) {
        return time.plusMillis(999).toSeconds();
    }
}
