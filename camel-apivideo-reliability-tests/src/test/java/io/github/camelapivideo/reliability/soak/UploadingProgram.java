// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.reliability.soak.Inventory.Moment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Uploads for as long as it is told to, always as many at once; the program that {@link SoakTest} starts. It reads how
 * many seconds to go on with, a line each, and writes an {@link Outcome} for each upload and an {@link Inventory} for
 * each pause. When its input ends it stops everything, and takes the last inventory.
 */
final class UploadingProgram {

    static final int AT_ONCE = 32;

    private final PrintStream out;
    private final Uploader uploader;
    private final long seed;
    private final AtomicLong numbers = new AtomicLong();

    private UploadingProgram(PrintStream out, Uploader uploader, long seed) {
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
        ConnectionPools pools = new ConnectionPools();
        Stock stock = new Stock(service, folder, pools);
        Files.createDirectories(Path.of(System.getProperty("java.io.tmpdir")));
        out.println(stock.take(Moment.BEFORE).toLine());
        try (Uploader uploader = new Uploader(service, arguments[1], folder, pools)) {
            new UploadingProgram(out, uploader, seed).obey(stock);
        }
        out.println(stock.take(Moment.AFTER).toLine());
        out.flush();
    }

    private void obey(Stock stock) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String seconds = in.readLine(); seconds != null; seconds = in.readLine()) {
            uploadFor(Duration.ofSeconds(Long.parseLong(seconds)));
            out.println(stock.take(Moment.IDLE).toLine());
        }
    }

    private void uploadFor(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE);
        for (int worker = 0; worker < AT_ONCE; worker++) {
            workers.execute(() -> uploadUntil(end));
        }
        workers.shutdown();
        if (!workers.awaitTermination(time.plusMinutes(10).toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("Uploads hang");
        }
    }

    private void uploadUntil(long end) {
        while (System.nanoTime() - end < 0) {
            Upload upload = Upload.random(seed, numbers.incrementAndGet());
            out.println(uploader.upload(upload).toLine());
        }
    }
}
