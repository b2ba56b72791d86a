// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.report;

import io.github.camelapivideo.benchmarks.sink.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.hc.core5.util.VersionInfo;

/**
 * All that was found, as one text.
 *
 * @param command what was run, in words
 * @param seed what decided the bytes and the order
 */
public record Report(String command, long seed, double loadBefore, List<Chapter> chapters) {

    /** Markdown. */
    public String text() {
        StringBuilder text = new StringBuilder(resource("begin.md"));
        text.append("\n## What it ran on\n\n").append(surroundings());
        text.append("\n## Targets\n\n").append(targets());
        chapters.forEach(chapter ->
                text.append("\n## ").append(chapter.title()).append("\n\n").append(chapter.text()));
        return text.append("\n").append(resource("end.md")).toString();
    }

    private String surroundings() {
        Table table = new Table("what", "which");
        table.row("machine", Machine.description());
        table.row("load before", Table.number("%.1f", loadBefore));
        table.row("JDK", System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
        table.row("Camel", new DefaultCamelContext(false).getVersion());
        table.row(
                "HttpClient",
                VersionInfo.loadVersionInfo("org.apache.hc.client5", null).getRelease());
        table.row("curl", curl());
        table.row("TLS of the sink", Tls.ofTheSink());
        table.row("command", "`" + command + "`");
        table.row("seed", Long.toString(seed));
        table.row("when", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        return table.toString().replace(" ---: |", " --- |");
    }

    private static String curl() {
        try {
            Process process = new ProcessBuilder("curl", "--version").start();
            String version = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return version.lines().findFirst().orElse("").replaceFirst(" zlib.*", "");
        } catch (IOException e) {
            return "none";
        }
    }

    /** What was promised, and what came of it. */
    public String targets() {
        StringBuilder text = new StringBuilder("| target | limit | measured | |\n| --- | ---: | ---: | --- |\n");
        chapters.stream().flatMap(chapter -> chapter.targets().stream()).forEach(target -> text.append(target.row())
                .append("\n"));
        return text.toString();
    }

    private static String resource(String name) {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
