// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.text.LogSafe;
import io.github.camelapivideo.internal.throttle.AccountThrottle.Pace;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a component does now, and has done, as text for people. It has no secrets. Thread-safe. */
public final class OverviewText {

    private static final int BAR = 20;

    private final Load load;
    private final Totals totals;

    /** @param totals what has been done */
    public OverviewText(Load load, Totals totals) {
        this.load = load;
        this.totals = totals;
    }

    /** Returns the lines about uploads, memory, requests and events. */
    public String component() {
        return line(
                        "uploads: %d running, %d waiting, %d completed, %d failed; %s MB sent",
                        load.count(State::isActive),
                        load.count(State.WAITING::equals),
                        totals.completed(),
                        totals.failed(),
                        mega(totals.bytes() + load.bytes()))
                + load.inOrder().stream().map(OverviewText::upload).collect(Collectors.joining())
                + line("memory of streams: %s of %s MB", mega(load.leased()), mega(load.capacity()))
                + line("retries: %d, waits for the rate limit: %d", totals.retries(), totals.throttles())
                + totals.requests().entrySet().stream()
                        .map(requests -> requests(requests.getKey(), requests.getValue()))
                        .collect(Collectors.joining())
                + line(
                        "events: %d received, %d rejected, %d repeated",
                        totals.events(), totals.refusedEvents(), totals.repeatedEvents());
    }

    /** Returns the lines about the rate limits of the accounts, so far as they are known. */
    public String accounts() {
        return load.accounts().entrySet().stream()
                .map(account -> line("account %s", account.getKey()) + paces(account.getValue()))
                .collect(Collectors.joining());
    }

    private static String upload(UploadProgress upload) {
        return line(
                        "  %s %s, %d s (%s)",
                        LogSafe.of(upload.fileName()),
                        how(upload),
                        upload.elapsed().toSeconds(),
                        upload.videoId() == null ? upload.uploadId() : upload.uploadId() + ", " + upload.videoId())
                + (upload.standstill() == null ? "" : line("    stands still: %s", LogSafe.of(upload.standstill())));
    }

    private static String how(UploadProgress upload) {
        return switch (upload.state()) {
            case WAITING -> "waits for its turn";
            case PREPARING -> "opens its body and reads the files beside it";
            case FINISHING -> sent(upload) + ", sends the files beside it";
            case RUNNING, COMPLETED, FAILED -> sent(upload);
        };
    }

    private static String sent(UploadProgress upload) {
        return String.format(
                Locale.ROOT, "%s %s MB, %s MB/s", bar(upload), mega(upload.bytes()), mega(upload.bytesPerSecond()));
    }

    private static String bar(UploadProgress upload) {
        int percent = Math.min(100, upload.percent());
        int done = Math.max(0, percent) * BAR / 100;
        String share = percent < 0 ? "  ? %" : String.format(Locale.ROOT, "%3d %%", percent);
        return "[" + "#".repeat(done) + (percent < 0 ? "?" : "-").repeat(BAR - done) + "] " + share;
    }

    private static String requests(Totals.Requests kind, long number) {
        return line("  %s: %s %d", kind.operation(), kind.outcome(), number);
    }

    private static String paces(List<Pace> paces) {
        return paces.stream()
                .filter(OverviewText::tells)
                .map(OverviewText::pace)
                .collect(Collectors.joining());
    }

    // The limits of polls and small files are those of others.
    private static boolean tells(Pace pace) {
        boolean ownLimit = pace.budget() != Budget.POLLS && pace.budget() != Budget.SMALL_FILES;
        return ownLimit && pace.remaining() >= 0 || pace.waiting() > 0 || pace.underWay() > 0;
    }

    private static String pace(Pace pace) {
        String left = pace.remaining() < 0
                ? "limit unknown"
                : String.format(
                        Locale.ROOT,
                        "%d of %d left for %d s",
                        pace.remaining(),
                        pace.limit(),
                        Overview.seconds(pace.untilReset()));
        return line(
                "  %s: %s, %d waiting, %d under way",
                Overview.name(pace.budget()), left, pace.waiting(), pace.underWay());
    }

    private static String mega(double bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format + "%n", values);
    }
}
