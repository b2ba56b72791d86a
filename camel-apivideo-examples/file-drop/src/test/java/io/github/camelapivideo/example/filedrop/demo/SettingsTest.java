// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.example.filedrop.demo.Settings.Wanted;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void areReadFromText() {
        assertThat(Settings.of(properties("bars.mp4 24MiB, clock.mp4 100")))
                .isEqualTo(new Settings(
                        Path.of("somewhere"),
                        List.of(new Wanted("bars.mp4", 24 << 20), new Wanted("clock.mp4", 100)),
                        32 << 20,
                        0,
                        true));
    }

    @Test
    void sayWhatIsWrong() {
        assertThatThrownBy(() -> Settings.of(properties("bars.mp4")))
                .hasMessage("demo.videos: \"bars.mp4\": expected a name and a size");
        assertThatThrownBy(() -> Settings.of(properties("bars.mp4 big")))
                .hasMessage("\"big\": expected bytes, or a number with MiB");
    }

    @Test
    void ofThisApplicationAreComplete() {
        assertThat(Settings.load().videos()).hasSize(3);
    }

    private static Properties properties(String videos) {
        Properties all = new Properties();
        all.setProperty("drop.folder", "somewhere");
        all.setProperty("demo.videos", videos);
        all.setProperty("drop.sequentialUpTo", "32MiB");
        all.setProperty("demo.line", "0");
        all.setProperty("demo.wait", "true");
        return all;
    }
}
