// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.clips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class PlayerPagesTest {

    private static final String STAY = "The player pages can be opened now. Enter ends the simulator, and them.";
    private static final Path SCRIPT = Path.of("/usr/bin/script");
    private static final String END = "The simulator ends, and the player pages with it.";

    /** A demo that does nothing else. */
    public static final class Demo {
        public static void main(String[] args) throws IOException {
            PlayerPages.keep();
        }
    }

    @Test
    void stayUntilEnterIsPressed() throws IOException {
        InputStream keyboard = typed("no\nmore");

        assertThat(shown(true, keyboard)).isEqualTo(STAY);

        assertThat(keyboard).hasContent("more");
    }

    @Test
    void stayUntilTheInputEnds() throws IOException {
        assertThat(shown(true, typed(""))).isEqualTo(STAY);
    }

    @Test
    void endWithoutATouchOfTheKeyboardIfNoneIsThere() throws IOException {
        InputStream keyboard = typed("untouched\n");

        assertThat(shown(false, keyboard)).isEqualTo(END);

        assertThat(keyboard).hasContent("untouched\n");
    }

    @Test
    void endAtOnceInAPipeThatStaysOpen() throws Exception {
        Process demo = new ProcessBuilder(java()).redirectErrorStream(true).start();
        try {
            assertThat(text(demo.getInputStream())).isEqualTo(END);
            assertThat(demo.waitFor()).isZero();
        } finally {
            demo.destroyForcibly();
        }
    }

    @Test
    void stayOnATerminalUntilEnterIsPressed() throws Exception {
        // The command of util-linux runs another one on a terminal that it makes; that of macOS reads other arguments.
        assumeTrue(Files.isExecutable(SCRIPT) && Files.isDirectory(Path.of("/proc")));
        Process demo = new ProcessBuilder(
                        SCRIPT.toString(), "-qec", "'" + String.join("' '", java()) + "'", "/dev/null")
                .start();
        try {
            demo.getOutputStream().write('\n');
            demo.getOutputStream().flush();
            assertThat(text(demo.getInputStream())).contains(STAY).doesNotContain(END);
            assertThat(demo.waitFor()).isZero();
        } finally {
            demo.destroyForcibly();
        }
    }

    private static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // On JDK 22 to 24 a pipe would count as a console.
                "-Djdk.console=java.base",
                "-cp",
                System.getProperty("java.class.path"),
                Demo.class.getName());
    }

    private static InputStream typed(String keys) {
        return new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    }

    private static String shown(boolean waits, InputStream keyboard) throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PlayerPages.keep(waits, keyboard, new PrintStream(screen, true, StandardCharsets.UTF_8));
        return text(new ByteArrayInputStream(screen.toByteArray()));
    }

    private static String text(InputStream shown) throws IOException {
        return new String(shown.readAllBytes(), StandardCharsets.UTF_8).trim();
    }
}
