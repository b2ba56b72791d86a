// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * Random uploads with random scripts of faults, some at a time: each ends in a complete video or in a clear failure. The
 * seed is printed; {@code @Property(seed = …)} repeats it.
 */
class RandomUploadsTest {

    private static final int AT_ONCE = 8;
    private static final int MANY = 500;
    private static final int TOLD_EVERY = 400;

    private static Path folder;
    private static ExecutorService runners;
    private static RandomUploads.Tally tally;

    @BeforeContainer
    static void prepare() throws Exception {
        folder = Files.createTempDirectory("random-uploads");
        runners = Executors.newFixedThreadPool(AT_ONCE);
        tally = new RandomUploads.Tally();
    }

    @AfterContainer
    static void tell() throws Exception {
        System.out.println(tally);
        runners.shutdownNow();
        Files.delete(folder);
    }

    @Property(tries = 15, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyUploadEndsAsItMay(@ForAll("uploads") List<RandomUploads.Upload> uploads) throws Exception {
        run(uploads);
    }

    @Property(tries = MANY, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    @Tag("long")
    void thousandsOfUploadsEndAsTheyMay(@ForAll("uploads") List<RandomUploads.Upload> uploads) throws Exception {
        run(uploads);
        if (tally.total() % TOLD_EVERY == 0) {
            System.out.println(tally.total() + " of " + MANY * AT_ONCE + " uploads have ended as they may");
        }
    }

    @Provide
    Arbitrary<List<RandomUploads.Upload>> uploads() {
        return RandomUploads.any().list().ofSize(AT_ONCE);
    }

    private static void run(List<RandomUploads.Upload> uploads) throws Exception {
        List<Future<String>> running = uploads.stream()
                .map(upload -> runners.submit(() -> upload.run(folder, tally)))
                .toList();
        List<String> wrong = new ArrayList<>();
        for (Future<String> one : running) {
            wrong.add(one.get());
        }
        assertThat(wrong).allSatisfy(text -> assertThat(text).isEmpty());
    }
}
