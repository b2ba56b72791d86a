// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real Chromium. {@code -Dnewsroom.picture=page.png} takes the picture of the README. */
@ExtendWith(ApiVideoSimulatorExtension.class)
class PageTest extends Scene {

    @TempDir
    Path profile;

    private Browser browser;

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void listsTheStoriesPlaysThemAndRetractsOne(ApiVideoSimulator service) throws Exception {
        RunningNewsroom newsroom = start(service);
        browser = Browser.open(newsroom.page(), profile);
        assertThat(browser.slugs()).isEmpty();

        new SampleStories(folder.resolve("stories"), Duration.ofDays(3650)).drop();

        patiently()
                .until(() -> published("tower-clock").toFile().exists()
                        && published("longest-coast").toFile().exists()
                        && published("test-card").toFile().exists()
                        && failed("empty-chair").toFile().exists());
        patiently().until(() -> browser.slugs().size() == 4);
        patiently().until(() -> browser.text("tower-clock").contains("published"));
        assertThat(browser.text("tower-clock")).contains("The tower clock runs again", "captions: en, fr");
        assertThat(browser.text("longest-coast")).contains("expires: ");
        assertThat(browser.text("empty-chair")).contains("refused", "video.mp4 is missing");
        patiently().until(browser::isReadyToPlay);
        browser.play("tower-clock");
        patiently().until(() -> browser.isPlaying("tower-clock"));
        takePicture();

        browser.button("test-card").click();

        patiently().until(() -> !browser.slugs().contains("test-card"));
        assertThat(service.videos()).hasSize(2);
        assertThat(browser.isPlaying("tower-clock")).isTrue();
        assertThat(browser.complaints()).isEmpty();
    }

    private void takePicture() throws Exception {
        String file = System.getProperty("newsroom.picture");
        if (file != null) {
            // The spinners of the others need a moment to vanish.
            patiently().until(() -> browser.played("tower-clock") > 2);
            Files.write(Path.of(file), browser.picture());
        }
    }
}
