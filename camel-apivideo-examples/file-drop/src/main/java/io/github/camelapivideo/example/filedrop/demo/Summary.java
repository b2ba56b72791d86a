// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import io.github.camelapivideo.example.filedrop.demo.Service.Received;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The outcome of every video, as text and as an exit status. */
record Summary(List<Line> lines, Path folder, Duration elapsed) {

    /**
     * One video.
     *
     * @param received the service's record; null if it reports none
     * @param reported whether the service reports what it received
     */
    record Line(SourceVideo source, Outcome outcome, Received received, boolean reported) {

        static Line of(SourceVideo source, Outcome outcome, Service service) {
            Received received = outcome.failure() == null
                    ? service.received(outcome.videoId()).orElse(null)
                    : null;
            return new Line(source, outcome, received, service.reports());
        }

        boolean arrived() {
            return outcome.failure() == null && (!reported || same());
        }

        private boolean same() {
            return received != null && Objects.equals(received.sha256(), source.sha256());
        }

        private List<String> text() {
            if (outcome.failure() != null) {
                return List.of(source.name() + "  FAILED", "  " + outcome.failure());
            }
            return List.of(
                    source.name() + "  " + ByteCount.text(source.length()) + " in " + outcome.parts() + " parts",
                    "  video     " + outcome.videoId(),
                    "  player    " + outcome.playerUrl(),
                    "  sent      " + source.sha256(),
                    "  received  " + receivedText());
        }

        private String receivedText() {
            if (!reported) {
                return "(SHA-256 unknown: the service does not report it)";
            }
            return received == null ? "INCOMPLETE" : received.sha256() + (same() ? "  same" : "  DIFFERENT");
        }
    }

    int exitStatus() {
        return arrived() == lines.size() ? 0 : 1;
    }

    List<String> text() {
        List<String> text = new ArrayList<>();
        text.add("");
        lines.forEach(line -> text.addAll(line.text()));
        text.add("");
        text.add(verdict());
        return text;
    }

    private String verdict() {
        long bytes = lines.stream()
                .filter(Line::arrived)
                .mapToLong(line -> line.source().length())
                .sum();
        String arrived = String.format(
                Locale.ROOT,
                "%d of %d videos arrived: %s in %.1f s. Their files are in %s",
                arrived(),
                lines.size(),
                ByteCount.text(bytes),
                elapsed.toMillis() / 1e3,
                folder.resolve("done"));
        return exitStatus() == 0 ? arrived : arrived + ", those that failed in " + folder.resolve("failed");
    }

    private long arrived() {
        return lines.stream().filter(Line::arrived).count();
    }
}
