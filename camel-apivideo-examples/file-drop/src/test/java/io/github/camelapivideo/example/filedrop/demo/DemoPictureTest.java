// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code docs/demo.svg} is a run of the demo; {@code -Dapivideo.docs.write} draws another one. */
class DemoPictureTest {

    private static final Path PICTURE = Path.of("../../docs/demo.svg");
    private static final int COLUMNS = 100;
    private static final String CUT = "  ...";

    @Test
    @Timeout(60)
    @EnabledIfSystemProperty(named = "apivideo.docs.write", matches = ".*")
    void thePictureIsARunOfTheDemo() throws Exception {
        Settings settings = Settings.load();
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try (Service service = SimulatedService.start(settings.line());
                LineDisciplineTerminal terminal =
                        new LineDisciplineTerminal("demo", "xterm-256color", written, StandardCharsets.UTF_8)) {
            terminal.setSize(new Size(COLUMNS, 50));
            assertThat(FileDrop.show(settings, service, new BarScreen(terminal)).exitStatus())
                    .isZero();
        }
        String output = written.toString(StandardCharsets.UTF_8);
        Files.writeString(PICTURE, TerminalPicture.of("The terminal of the file-drop example", COLUMNS, shown(output)));
    }

    @Test
    void theScreenIsWhatIsLeftAfterRedrawing() {
        String output =
                "first\r\n\u001b[J\u001b[36mone 1\u001b[0m\r\n\r\u001b[1A\u001b[J\u001b[36mone 2\u001b[0m\r\ntwo\r\n";

        assertThat(TerminalPicture.screen(output)).containsExactly("first", "\u001b[36mone 2\u001b[0m", "two");
    }

    @Test
    void aWordHasItsPlaceAndABarIsARectangle() {
        assertThat(TerminalPicture.of("a", 20, List.of("\u001b[32ma b  \u2588\u2588\u2591 <\u001b[0m")))
                .contains(
                        "<text x=\"16\" y=\"29\" textLength=\"24\" fill=\"#5fd75f\">a b</text>",
                        "<rect x=\"56\" y=\"19\" width=\"16\" height=\"12\" fill=\"#5fd75f\" opacity=\"1\"/>",
                        "<rect x=\"72\" y=\"19\" width=\"8\" height=\"12\" fill=\"#5fd75f\" opacity=\"0.25\"/>",
                        "<text x=\"88\" y=\"29\" textLength=\"8\" fill=\"#5fd75f\">&lt;</text>");
    }

    /** Returns the screen in the middle of the uploads, and at the end, with the first video of the summary only. */
    private static List<String> shown(String output) {
        List<String> end = TerminalPicture.screen(output);
        int bars = end.indexOf("") + 1;
        int summary = bars + end.subList(bars, end.size()).indexOf("");
        // Before the terminal goes back to the first of the three bars, all of them are drawn.
        int redrawn = output.indexOf("\r\u001b[3A", output.length() / 2);
        List<String> middle = TerminalPicture.screen(output.substring(0, redrawn));
        List<String> shown = new ArrayList<>(List.of("$ ./demo"));
        shown.addAll(middle);
        shown.addAll(List.of("", CUT, ""));
        shown.addAll(end.subList(bars, summary + 7));
        shown.add(CUT);
        shown.addAll(end.subList(end.size() - 3, end.size()));
        return shown;
    }
}
