// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a process of its own: the player pages that it prints stay as long as a user watches. */
@Timeout(value = 180, threadMode = ThreadMode.SEPARATE_THREAD)
class PlayersTest {

    private static final String STAY = "Enter ends the simulator, and them.";
    private static final String END = "The simulator ends, and the player pages with it.";
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    private Path folder;

    private Process demo;

    @AfterEach
    void end() {
        demo.destroyForcibly();
    }

    @Test
    void endAtOnceInAPipeThatStaysOpen() throws Exception {
        start(java("-Ddemo.wait=false"));

        assertThat(rest()).contains(END).doesNotContain(STAY);
        assertThat(demo.waitFor()).isZero();
    }

    @Test
    void stayInAPipeUntilALineComesIfThatIsWanted() throws Exception {
        start(java("-Ddemo.wait=true"));

        assertThatPlayersStayUntilEnter();
    }

    @Test
    void stayOnATerminalUntilEnterIsPressed() throws Exception {
        // The command of util-linux runs another one on a terminal that it makes; that of macOS reads other arguments.
        assumeTrue(Files.isExecutable(SCRIPT) && Files.isDirectory(Path.of("/proc")));
        start(List.of(
                SCRIPT.toString(), "-qec", "'" + String.join("' '", java("-Ddemo.wait=false")) + "'", "/dev/null"));

        assertThatPlayersStayUntilEnter();
    }

    private void assertThatPlayersStayUntilEnter() throws Exception {
        String shown = until(STAY);
        assertThat(status(player(shown))).isEqualTo(200);
        demo.getOutputStream().write('\n');
        demo.getOutputStream().flush();

        assertThat(rest()).doesNotContain(END);
        assertThat(demo.waitFor()).isZero();
    }

    private List<String> java(String option) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-cp",
                System.getProperty("java.class.path"),
                FileDrop.class.getName());
    }

    private void start(List<String> command) throws IOException {
        ProcessBuilder process = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        process.environment().remove("APIVIDEO_API_KEY");
        process.environment().put("TERM", "xterm");
        process.environment().put("DROP_FOLDER", folder.toString());
        process.environment().put("DEMO_VIDEOS", "clock.mp4 1MiB");
        process.environment().put("DEMO_LINE", "0");
        demo = process.start();
    }

    /** Returns what the demo shows until these words, which are the last of a line. */
    private String until(String words) throws IOException {
        StringBuilder shown = new StringBuilder();
        InputStream output = demo.getInputStream();
        for (int read = output.read(); read >= 0; read = output.read()) {
            shown.append((char) read);
            if (shown.length() >= words.length() && shown.indexOf(words, shown.length() - words.length()) >= 0) {
                return shown.toString();
            }
        }
        return fail("The demo has ended before it showed \"" + words + "\": " + shown);
    }

    private String rest() throws IOException {
        return new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static URI player(String shown) {
        return Pattern.compile("http://127\\.0\\.0\\.1:\\d+/[\\w./-]+")
                .matcher(shown)
                .results()
                .map(MatchResult::group)
                .map(URI::create)
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("no player page: " + shown));
    }

    private static int status(URI page) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
