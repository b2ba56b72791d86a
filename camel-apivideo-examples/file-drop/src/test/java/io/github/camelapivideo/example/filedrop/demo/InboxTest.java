// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.example.filedrop.demo.Settings.Wanted;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InboxTest {

    private static final long LENGTH = 1_000_003;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"bars.mp4", "clock.mp4", "mandelbrot.mp4"})
    void makesAVideoLongerAndLeavesItAnMp4(String name) throws Exception {
        dropped(name, LENGTH);

        List<String> boxes = boxes(folder.resolve("inbox").resolve(name));
        assertThat(boxes).startsWith("ftyp", "moov").contains("mdat").endsWith("free");
        assertThat(folder.resolve("inbox").resolve(name)).hasSize(LENGTH);
    }

    @Test
    void leavesAVideoAloneThatIsLongEnough() throws Exception {
        SourceVideo video = dropped("bars.mp4", 0);

        assertThat(boxes(folder.resolve("inbox/bars.mp4"))).endsWith("mdat");
        assertThat(folder.resolve("inbox/bars.mp4")).hasSize(video.length());
    }

    @Test
    void knowsTheSha256OfWhatItDropped() throws Exception {
        SourceVideo video = dropped("bars.mp4", LENGTH);

        byte[] content = Files.readAllBytes(folder.resolve("inbox/bars.mp4"));
        assertThat(video.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
    }

    @Test
    void hidesVideosUntilTheyAreWhole() throws Exception {
        Inbox inbox = new Inbox(folder);
        inbox.empty();
        List<SourceVideo> videos = inbox.prepare(List.of(new Wanted("bars.mp4", LENGTH)));
        assertThat(folder.resolve("inbox")).isDirectoryContaining("glob:**/.bars.mp4");

        inbox.drop(videos);

        assertThat(folder.resolve("inbox").toFile().list()).containsExactly("bars.mp4");
    }

    @Test
    void emptiesItsOwnFoldersAndNoOther() throws Exception {
        for (String name : List.of("inbox", "done", "failed", "mine")) {
            Files.createDirectories(folder.resolve(name));
            Files.writeString(folder.resolve(name).resolve("old"), "old");
        }

        new Inbox(folder).empty();

        assertThat(folder.resolve("inbox")).isEmptyDirectory();
        assertThat(folder.resolve("done")).doesNotExist();
        assertThat(folder.resolve("failed")).doesNotExist();
        assertThat(folder.resolve("mine/old")).exists();
    }

    @Test
    void namesAVideoThatItDoesNotHave() {
        assertThatThrownBy(() -> dropped("holiday.mp4", LENGTH)).hasMessageContaining("holiday.mp4");
    }

    private SourceVideo dropped(String name, long length) throws Exception {
        Inbox inbox = new Inbox(folder);
        inbox.empty();
        List<SourceVideo> videos = inbox.prepare(List.of(new Wanted(name, length)));
        inbox.drop(videos);
        return videos.get(0);
    }

    /** The types of the outermost boxes; each has to begin where the one before it ends, the last to end with the file. */
    private static List<String> boxes(Path file) throws Exception {
        ByteBuffer content = ByteBuffer.wrap(Files.readAllBytes(file));
        List<String> types = new ArrayList<>();
        while (content.hasRemaining()) {
            int begin = content.position();
            int length = content.getInt();
            byte[] type = new byte[4];
            content.get(type);
            types.add(new String(type, StandardCharsets.US_ASCII));
            content.position(begin + length);
        }
        return types;
    }
}
