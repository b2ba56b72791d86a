// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** curl in a shell, with parts that are files already. The container is there: curl has one request less to make. */
final class Curl {

    private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+[.,]\\d+)s");

    private final Workplace workplace;

    Curl(Workplace workplace) {
        this.workplace = workplace;
    }

    static boolean isThere() {
        return run("curl", "--version") && run("xargs", "--version");
    }

    private static boolean run(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * @param cpuSeconds user and system time of all processes
     * @param resident most that was resident of all at once, as far as it was seen
     */
    record Times(double cpuSeconds, long resident) {}

    Times upload(Row row, URI service, long length) throws IOException, InterruptedException {
        Path parts = workplace.parts(length, row.partSize());
        int total = (int) ((length - 1) / row.partSize() + 1);
        String script = (row.keptAlive() ? together(parts, service, total) : apart(row, parts, service, total))
                + " || exit 1; times";
        Process shell = new ProcessBuilder("sh", "-c", script)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long resident = 0;
        do {
            resident = Math.max(resident, resident(shell));
        } while (!shell.waitFor(20, TimeUnit.MILLISECONDS));
        String times = new String(shell.getInputStream().readAllBytes());
        if (shell.exitValue() != 0) {
            throw new IOException("curl failed");
        }
        return new Times(
                TIME.matcher(times).results().mapToDouble(Curl::seconds).sum(), resident);
    }

    private static double seconds(MatchResult time) {
        return Integer.parseInt(time.group(1)) * 60
                + Double.parseDouble(time.group(2).replace(',', '.'));
    }

    /** A process and a connection for each part. */
    private String apart(Row row, Path parts, URI service, int total) {
        return "seq 1 " + total + " | xargs -P " + row.lanes() + " -I {} curl -sS --fail -o /dev/null --cacert "
                + workplace.certificate() + " " + part(parts, service, "{}", total);
    }

    /** One process and one connection for all. */
    private String together(Path parts, URI service, int total) {
        return "curl -sS --fail --cacert " + workplace.certificate() + " "
                + IntStream.rangeClosed(1, total)
                        .mapToObj(part -> "-o /dev/null " + part(parts, service, Integer.toString(part), total))
                        .collect(Collectors.joining(" --next --cacert " + workplace.certificate() + " "));
    }

    private static String part(Path parts, URI service, String part, int total) {
        return "-H 'Authorization: Bearer aToken' -H 'Content-Range: part " + part + "/" + total + "' -F 'file=@"
                + parts.resolve(part) + ";filename=video.mp4' " + service + "/videos/viCurl/source";
    }

    private static long resident(Process shell) {
        try (Stream<ProcessHandle> all = shell.descendants()) {
            return all.mapToLong(process -> resident(process.pid())).sum();
        }
    }

    private static long resident(long pid) {
        try {
            List<String> status = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"));
            boolean curl = status.get(0).endsWith("curl");
            return status.stream()
                    .filter(line -> curl && line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException e) {
            // It has ended.
            return 0;
        }
    }
}
