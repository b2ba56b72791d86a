// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * What the uploading program is told: for how many seconds to go on, or that one more upload was judged, a line each.
 * Thread-safe.
 */
final class Commands {

    static final String JUDGED = "judged";

    private final BlockingQueue<Optional<Duration>> rounds = new LinkedBlockingQueue<>();
    private final Semaphore unjudged;

    /** @param most how many uploads may wait for their judgement, so that the service's disk does not fill */
    Commands(InputStream in, int most) {
        unjudged = new Semaphore(most);
        Thread reader = new Thread(() -> read(in), "commands");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(JUDGED)) {
                    unjudged.release();
                } else {
                    rounds.add(Optional.of(Duration.ofSeconds(Long.parseLong(line))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            rounds.add(Optional.empty());
        }
    }

    /** Waits for the next round; empty if there is none. */
    Optional<Duration> nextRound() throws InterruptedException {
        return rounds.take();
    }

    /** Waits until the judge keeps up. */
    void awaitJudge() {
        unjudged.acquireUninterruptibly();
    }
}
