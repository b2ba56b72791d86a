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
            // A digest needs a line of its own: a terminal has 80 columns.
            return List.of(
                    source.name() + "  " + ByteCount.text(source.length()) + " in " + outcome.parts() + " parts",
                    "  video     " + outcome.videoId(),
                    "  player    " + outcome.playerUrl(),
                    "  sent      " + source.sha256(),
                    "  received  " + receivedText(),
                    "  compared  " + comparedText());
        }

        private String receivedText() {
            if (!reported) {
                return "(SHA-256 unknown: the service does not report it)";
            }
            return received == null ? "INCOMPLETE" : received.sha256();
        }

        private String comparedText() {
            if (!reported) {
                return "not";
            }
            return same() ? "same" : "DIFFERENT";
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
        text.add("Their files are in " + folder.resolve("done"));
        if (exitStatus() != 0) {
            text.add("Those that failed are in " + folder.resolve("failed"));
        }
        return text;
    }

    private String verdict() {
        long bytes = lines.stream()
                .filter(Line::arrived)
                .mapToLong(line -> line.source().length())
                .sum();
        return String.format(
                Locale.ROOT,
                "%d of %d videos arrived: %s in %.1f s",
                arrived(),
                lines.size(),
                ByteCount.text(bytes),
                elapsed.toMillis() / 1e3);
    }

    private long arrived() {
        return lines.stream().filter(Line::arrived).count();
    }
}
