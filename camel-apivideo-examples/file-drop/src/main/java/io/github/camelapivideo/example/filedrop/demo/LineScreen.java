// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import io.github.camelapivideo.api.UploadProgress;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Prints plain lines: one when an upload begins, at each quarter, and when it ends. */
final class LineScreen implements Screen {

    private static final int QUARTER = 25;
    private static final int ENDED = Integer.MAX_VALUE;
    private static final int WIDTH = 100;

    private final PrintStream out;
    // Guarded by this
    private final Map<String, Integer> quarters = new HashMap<>();

    LineScreen(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void onProgress(UploadProgress progress) {
        int quarter = quarter(progress);
        if (quarter > quarters.getOrDefault(progress.uploadId(), -1)) {
            quarters.put(progress.uploadId(), quarter);
            out.println(BarText.ASCII.of(progress, WIDTH).stripTrailing());
        }
    }

    @Override
    public synchronized void print(String line) {
        out.println(line);
    }

    @Override
    public boolean isTerminal() {
        return false;
    }

    @Override
    public void close() {
        out.flush();
    }

    private static int quarter(UploadProgress progress) {
        return progress.state().isActive() ? Math.min(Math.max(progress.percent(), 0) / QUARTER, 3) : ENDED;
    }
}
