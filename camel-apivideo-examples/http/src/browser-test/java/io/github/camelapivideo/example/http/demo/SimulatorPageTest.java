// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import static io.github.camelapivideo.example.http.demo.Browser.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;

/** The page of the simulator in a real Chromium, while the example uploads. */
@ExtendWith(ApiVideoSimulatorExtension.class)
class SimulatorPageTest {

    private static final int MIB = 1024 * 1024;
    private static final Path PICTURE = Path.of("..", "..", "docs", "simulator.png");

    @TempDir
    Path folder;

    private Server server;
    private Browser browser;

    @BeforeEach
    void open(ApiVideoSimulator simulator) {
        server = Server.start(simulator);
        browser = Browser.open(simulator.baseUri().resolve("/"), folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        browser.close();
        server.close();
    }

    @Test
    void aFaultIsSwitchedOnAndOffByAClick(ApiVideoSimulator simulator) {
        WebElement slow = button("Slow line, 256 KiB/s");

        slow.click();
        patiently().until(() -> slow.getDomAttribute("aria-pressed").equals("true"));
        assertThat(simulator.faults().list()).singleElement().satisfies(fault -> assertThat(fault.rule())
                .isEqualTo("source:slowBody=262144"));

        slow.click();
        patiently().until(() -> slow.getDomAttribute("aria-pressed").equals("false"));
        assertThat(simulator.faults().list()).isEmpty();
    }

    @Test
    void aWrongFaultIsExplained(ApiVideoSimulator simulator) {
        browser.element("rule").sendKeys("source:stall\n");

        patiently().until(() -> browser.element("error").getText().startsWith("no fault \"stall\": allowed are none"));
        assertThat(simulator.faults().list()).isEmpty();
    }

    @Test
    void partsAreSeenWhileTheyArriveAndTheVideoPlays(ApiVideoSimulator simulator) throws Exception {
        try (InputStream clock = SimulatorPageTest.class.getResourceAsStream("/videos/clock.mp4")) {
            upload("clock.mp4", clock.readAllBytes()).get();
        }
        patiently().until(() -> text("containers").contains("complete, 1 of 1 parts"));
        assertThat(text("key")).isEqualTo(simulator.apiKey());

        button("Play").click();
        patiently().until(this::isPlaying);
        patiently().until(() -> text("containers")
                .contains("SHA-256 " + simulator.videos().get(0).sha256()));

        browser.element("rule").sendKeys("source,part=3:slowBody=1048576\n");
        patiently().until(() -> text("rules").contains("source,part=3:slowBody=1048576"));
        CompletableFuture<?> concert = upload("concert.mp4", new byte[24 * MIB]);
        patiently().until(() -> count(".parts i.now") > 0 && count(".parts i.here") > 1);
        assertThat(text("containers")).contains("concert.mp4", "incomplete");
        picture();

        concert.get();
        patiently().until(() -> count(".parts i.here") == 6 && count(".parts i.now") == 0);
        assertThat(isPlaying()).isTrue();
        assertThat(text("requests"))
                .contains("POST /videos/" + simulator.videos().get(1).videoId() + "/source");
    }

    private CompletableFuture<?> upload(String name, byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve(name), bytes);
        return server.camel()
                .getCamelTemplate()
                .asyncRequestBody("apivideo:upload?contentCheck=off&title=" + name + "&parallelism=2", file.toFile());
    }

    private WebElement button(String label) {
        return browser.driver().findElement(By.xpath("//button[.='" + label + "']"));
    }

    private String text(String id) {
        return browser.element(id).getText();
    }

    private int count(String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).size();
    }

    private boolean isPlaying() {
        return (Boolean) browser.driver().executeScript("""
                const video = document.querySelector("video");
                return video !== null && video.videoWidth > 0 && video.currentTime > 0;
                """);
    }

    private void picture() throws IOException {
        if (System.getProperty("apivideo.docs.write") != null) {
            Files.write(PICTURE, browser.driver().getScreenshotAs(OutputType.BYTES));
        }
    }
}
