// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts the files that a newcomer follows from the exchange to the answer: those with classes that the JVM loads for the
 * first call, after the route has started. {@code docs/architecture.md} lists them; {@code -Dapivideo.docs.write} lists
 * them anew.
 */
class ClassCountTest {

    private static final int MOST_OF_AN_UPLOAD = 55;
    private static final int MOST_OF_ANOTHER_CALL = 15;

    // The verifier of another JDK may load a class earlier or later.
    private static final int JDK_OF_THE_LIST = 17;

    private static final Path DOCUMENT = Path.of("..", "docs", "architecture.md");
    private static final Predicate<String> TIKA = line -> line.contains(" org.apache.tika.mime.MimeTypes ");
    private static final String LOADED = ".*\\] (io\\.github\\.camelapivideo\\.[\\w.]+).*";

    @TempDir
    Path folder;

    @Test
    void anUploadOfAFileAndAStatusTakeFewFilesAndTheDocumentListsThem() throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            String options = "?baseUri=" + simulator.baseUri() + "&apiKey=" + simulator.apiKey();
            Path file = TestVideo.of(3 * TestVideo.PART).file(folder, "video.mp4");
            List<String> upload = filesOf("apivideo:upload" + options, file.toString());
            List<String> status = filesOf(
                    "apivideo:getStatus" + options, simulator.videos().get(0).videoId());
            document("an upload of a file", upload);
            document("getStatus", status);
            assertThat(upload).hasSizeLessThanOrEqualTo(MOST_OF_AN_UPLOAD);
            assertThat(status).hasSizeLessThanOrEqualTo(MOST_OF_ANOTHER_CALL);
        }
    }

    /** Tika's search takes longer than all else in the first upload of a JVM. */
    @Test
    void theFirstUploadOfAnMp4FileDoesWithoutTikasSearch() throws Exception {
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            String upload = "apivideo:upload?baseUri=" + simulator.baseUri() + "&apiKey=" + simulator.apiKey();
            Path mp4 = folder.resolve("a.mp4");
            Files.writeString(mp4, "\0\0\0\30ftypmp42\0\0\0\0mp42isom", StandardCharsets.ISO_8859_1);
            filesOf(upload, mp4.toString());
            assertThat(log()).noneMatch(TIKA).anyMatch(line -> line.contains(" org.apache.hc.client5."));
            filesOf(upload, TestVideo.of(100).file(folder, "random.bin").toString());
            assertThat(log()).anyMatch(TIKA);
        }
    }

    private List<String> filesOf(String uri, String argument) throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + folder.resolve("classes.log"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        TracedCall.class.getName(),
                        uri,
                        argument)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        try {
            assertThat(jvm.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            jvm.destroyForcibly();
        }
        assertThat(jvm.exitValue())
                .as(Files.readString(folder.resolve("output.txt")))
                .isZero();
        return between(log());
    }

    /** Returns a line for each class that the JVM of the last call has loaded. */
    private List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("classes.log"));
    }

    private static List<String> between(List<String> log) {
        TreeSet<String> before = new TreeSet<>();
        TreeSet<String> during = new TreeSet<>();
        TreeSet<String> now = before;
        for (String line : log) {
            if (line.contains(TracedCall.Begin.class.getName())) {
                now = during;
            } else if (line.contains(TracedCall.End.class.getName())) {
                break;
            } else if (line.matches(LOADED) && !line.contains("TracedCall")) {
                now.add(line.replaceFirst(LOADED, "$1"));
            }
        }
        during.removeAll(before);
        return List.copyOf(during);
    }

    private static void document(String call, List<String> files) throws Exception {
        Map<String, String> rooms = files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.replaceFirst("\\.\\w+$", "").replaceFirst(".*camelapivideo\\.?", ""),
                        TreeMap::new,
                        Collectors.mapping(
                                file -> "`" + file.replaceFirst(".*\\.", "") + "`", Collectors.joining(", "))));
        String begin = "<!-- the files of " + call + " -->\n";
        String end = "<!-- end -->";
        String table = files.size() + " files:\n\n| room | files |\n| --- | --- |\n"
                + rooms.entrySet().stream()
                        .map(room -> "| " + (room.getKey().isEmpty() ? "root" : "`" + room.getKey() + "`") + " | "
                                + room.getValue() + " |\n")
                        .collect(Collectors.joining());
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(begin) + begin.length();
        int to = document.indexOf(end, from);
        if (System.getProperty("apivideo.docs.write") != null) {
            Files.writeString(DOCUMENT, document.substring(0, from) + table + document.substring(to));
        } else if (Runtime.version().feature() == JDK_OF_THE_LIST) {
            assertThat(document.substring(from, to))
                    .as("made anew by: ./mvnw verify -pl camel-apivideo-component -am -Dapivideo.docs.write")
                    .isEqualTo(table);
        }
    }
}
