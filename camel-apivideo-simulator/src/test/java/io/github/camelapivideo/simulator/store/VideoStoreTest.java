// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.intake.ContentRange;
import io.github.camelapivideo.simulator.intake.UploadedFile;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deletions during uploads, which HTTP requests rarely hit. */
class VideoStoreTest {

    private static final VideoLife LIFE = new VideoLife(
            Duration.ZERO, Duration.ZERO, Duration.ZERO, EncodingScript.ofHeight(720), Duration.ZERO, false);

    @TempDir
    private Path folder;

    private final List<Runnable> background = new ArrayList<>();

    private StoredVideo video(VideoStore videos) {
        return videos.create(Origin.UPLOAD, Map.of("title", "t"), null);
    }

    private VideoStore store() {
        return new VideoStore(folder, new FileStore(), Clock.systemUTC(), background::add, LIFE);
    }

    @Test
    void refusesAPartOfAVideoThatWasDeleted() {
        VideoStore videos = store();
        StoredVideo video = video(videos);
        videos.delete(video.videoId());

        assertThatThrownBy(() -> video.accept(ContentRange.parse("part 1/1"), new UploadedFile("file", "v", 10, null)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().slug()).isEqualTo("resource-not-found"));
    }

    @Test
    void assemblesNothingOfAVideoThatWasDeleted() throws IOException {
        VideoStore videos = store();
        StoredVideo video = video(videos);
        Path original = Files.write(folder.resolve("original"), new byte[100]);
        video.source().copy(original);
        videos.delete(video.videoId());

        assertThat(background).hasSize(1).allSatisfy(Runnable::run);

        assertThat(folder.toFile().list()).containsExactly("original");
        assertThat(video.source().video()).isEmpty();
        assertThat(video.received().sha256()).isNull();
    }

    @Test
    void deletesAFolderDespiteAConcurrentWriter() throws IOException {
        Path busy = Files.createDirectory(folder.resolve("busy"));
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            for (int i = 0; Files.exists(busy) && i < 10_000; i++) {
                try {
                    Files.deleteIfExists(Files.write(busy.resolve("file-" + i), new byte[10]));
                } catch (IOException e) {
                    return;
                }
            }
        });

        Folders.delete(busy);

        writing.join();
        assertThat(busy).doesNotExist();
    }
}
