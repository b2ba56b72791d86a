// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.reliability.soak.Inventory.Moment;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Uploads for as long as it is told to, always as many at once; the program that {@link SoakTest} starts. It reads
 * {@link Commands}, and writes an {@link Outcome} for each upload and an {@link Inventory} for each pause. When its input
 * ends it stops everything, and takes the last inventory.
 */
final class UploadingProgram {

    static final int AT_ONCE = 32;

    // So long may the last uploads of a round take.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Commands commands;
    private final PrintStream out;
    private final Uploader uploader;
    private final long seed;
    private final AtomicLong numbers = new AtomicLong();

    private UploadingProgram(Commands commands, PrintStream out, Uploader uploader, long seed) {
        this.commands = commands;
        this.out = out;
        this.uploader = uploader;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        // What is logged goes elsewhere.
        System.setOut(System.err);
        URI service = URI.create(arguments[0]);
        long seed = Long.parseLong(arguments[2]);
        Path folder = Path.of(arguments[3]);
        Commands commands = new Commands(System.in, 2 * AT_ONCE);
        ConnectionPools pools = new ConnectionPools();
        Stock stock = new Stock(service, folder, pools);
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
        out.println(stock.take(Moment.BEFORE).toLine());
        try (Uploader uploader = new Uploader(service, arguments[1], folder, pools)) {
            new UploadingProgram(commands, out, uploader, seed).obey(stock);
        }
        out.println(stock.take(Moment.AFTER).toLine());
        out.flush();
    }

    private void obey(Stock stock) throws Exception {
        for (Optional<Duration> round = commands.nextRound(); round.isPresent(); round = commands.nextRound()) {
            uploadFor(round.get());
            out.println(stock.take(Moment.IDLE).toLine());
        }
    }

    private void uploadFor(Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        List<Callable<Void>> work = Collections.nCopies(AT_ONCE, () -> uploadUntil(end));
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            long patience = time.plus(PATIENCE).toSeconds();
            for (Future<Void> ended : workers.invokeAll(work, patience, TimeUnit.SECONDS)) {
                ended.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private Void uploadUntil(long end) {
        while (System.nanoTime() - end < 0) {
            commands.awaitJudge();
            Upload upload = Upload.random(seed, numbers.incrementAndGet());
            out.println(uploader.upload(upload).toLine());
        }
        return null;
    }
}
