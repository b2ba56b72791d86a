// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import static io.github.camelapivideo.example.http.demo.Browser.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real Chromium. */
@ExtendWith(ApiVideoSimulatorExtension.class)
class PageTest {

    private static final int MIB = 1024 * 1024;
    private static final int BYTES_PER_SECOND = 2 * MIB;

    @TempDir
    Path folder;

    private Server server;
    private Browser browser;

    @BeforeEach
    void open(ApiVideoSimulator simulator) {
        server = Server.start(simulator);
        browser = Browser.open(server.page(), folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void aChosenFileIsSeenOnItsWayAndThenPlays(ApiVideoSimulator simulator) throws IOException {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.slowBody(BYTES_PER_SECOND));
        Path film = film(20 * MIB);

        browser.choose(film);

        patiently().until(() -> browser.bar() > 0);
        int before = browser.bar();
        patiently().until(() -> browser.bar() > before && !browser.numbers().contains(" 0.0 of "));
        assertThat(before).isLessThan(100);
        browser.picture(Path.of("page.png"));
        assertThat(browser.element("name").getText()).isEqualTo("film.mp4");
        assertThat(browser.element("player").isDisplayed()).isFalse();

        patiently().until(() -> browser.message().equals("Your video is online."));
        assertThat(browser.bar()).isEqualTo(100);
        assertThat(browser.numbers()).isEqualTo("100 % of the way: 21 of 21 MB sent, 21 of 21 MB arrived at api.video");
        assertThat(browser.element("player").isDisplayed()).isTrue();
        patiently().until(browser::isPlaying);
        assertThat(simulator.videos()).singleElement().satisfies(received -> {
            assertThat(received.title()).isEqualTo("film.mp4");
            assertThat(Files.mismatch(received.file(), film)).isEqualTo(-1);
        });
    }

    @Test
    void theBarMovesBeforeApiVideoHasAnything(ApiVideoSimulator simulator) {
        CountDownLatch held = new CountDownLatch(1);
        simulator.faults().on(RequestKind.CREATE).then(Fault.hold(held));
        try {
            browser.drop("long.mp4", 60 * MIB);

            patiently().until(() -> browser.bar() > 0);
            assertThat(browser.bar()).isLessThan(100);
            assertThat(browser.numbers())
                    .matches("\\d+ % of the way: [\\d.]+ of 63 MB sent, 0\\.0 of 63 MB arrived at api.video");
            assertThat(simulator.videos()).isEmpty();
        } finally {
            held.countDown();
        }
    }

    @Test
    void thePageAsksForNothingThatIsNotThere() throws IOException {
        // Several questions come before the upload itself.
        browser.driver().executeScript("""
                const send = XMLHttpRequest.prototype.send;
                XMLHttpRequest.prototype.send = function (body) { setTimeout(() => send.call(this, body), 1500); };
                """);

        browser.choose(film(6 * MIB));

        patiently().until(() -> browser.message().equals("Your video is online."));
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void aTextIsNoVideo(ApiVideoSimulator simulator) throws IOException {
        browser.choose(Files.writeString(folder.resolve("notes.txt"), "Buy milk, and call the cutter.\n".repeat(100)));

        patiently().until(() -> browser.message().startsWith("This is no video"));
        assertThat(browser.element("player").isDisplayed()).isFalse();
        assertThat(simulator.requests(RequestKind.CREATE)).isEmpty();
    }

    @Test
    void aVideoThatCannotBeEncodedIsToldOf(ApiVideoSimulator simulator) throws IOException {
        CountDownLatch held = new CountDownLatch(1);
        simulator.faults().on(RequestKind.STATUS).then(Fault.hold(held));
        browser.choose(film(6 * MIB));
        patiently().until(() -> browser.message().equals("api.video has it, and is encoding it."));

        simulator.failEncoding(simulator.videos().get(0).videoId());
        held.countDown();

        patiently().until(() -> browser.message().startsWith("api.video cannot play this file"));
        assertThat(browser.element("player").isDisplayed()).isFalse();
    }

    @Test
    void aDroppedFileThatTheServiceRefusesIsToldOf(ApiVideoSimulator simulator) {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));

        browser.drop("letter.txt", 6 * MIB);

        patiently().until(() -> browser.message().startsWith("api.video refuses this video"));
        assertThat(browser.element("player").isDisplayed()).isFalse();
        assertThat(browser.element("file").isEnabled()).isTrue();
        assertThat(simulator.videos()).isEmpty();
    }

    @Test
    void anUploadThatIsCancelledLeavesNothing(ApiVideoSimulator simulator) {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.slowBody(BYTES_PER_SECOND));
        browser.drop("long.mp4", 60 * MIB);
        patiently().until(() -> simulator.videos().size() == 1 && browser.bar() > 0);

        browser.element("cancel").click();

        patiently().until(() -> browser.message().equals("Cancelled"));
        patiently().until(() -> simulator.videos().isEmpty());
    }

    /** Writes a video that plays, and makes it longer with a {@code free} box, which players skip. */
    private Path film(int room) throws IOException {
        Path film = folder.resolve("film.mp4");
        try (InputStream clock = PageTest.class.getResourceAsStream("/videos/clock.mp4");
                OutputStream out = Files.newOutputStream(film)) {
            clock.transferTo(out);
            out.write(ByteBuffer.allocate(8)
                    .putInt(room)
                    .put("free".getBytes(StandardCharsets.US_ASCII))
                    .array());
            out.write(new byte[room - 8]);
        }
        return film;
    }
}
