// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/** A terminal: one bar for each upload, redrawn in place. Text comes above bars that
 * still move, and below those that have all ended. Thread-safe. */
final class BarScreen implements Screen {

    private static final String ESCAPE = "\u001b[";
    // Some terminals tell no width.
    private static final int USUAL_COLUMNS = 80;

    private static final String CLEAR_BELOW = ESCAPE + "J";

    private final Terminal terminal;
    private final BarText bar;
    // Guarded by this
    private final Map<String, UploadProgress> uploads = new LinkedHashMap<>();
    private int drawn;

    BarScreen(Terminal terminal) {
        this.terminal = terminal;
        this.bar = StandardCharsets.UTF_8.equals(terminal.encoding()) ? BarText.BLOCKS : BarText.ASCII;
    }

    @Override
    public synchronized void onProgress(UploadProgress progress) {
        uploads.put(progress.uploadId(), progress);
        PrintWriter out = terminal.writer();
        backToTheFirstBar(out);
        draw(out, uploads.values());
        out.flush();
    }

    @Override
    public synchronized void print(String line) {
        PrintWriter out = terminal.writer();
        if (uploads.values().stream().allMatch(upload -> !upload.state().isActive())) {
            leaveTheBars();
        }
        backToTheFirstBar(out);
        out.println(line);
        draw(out, uploads.values());
        out.flush();
    }

    @Override
    public boolean isTerminal() {
        return true;
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void leaveTheBars() {
        uploads.clear();
        drawn = 0;
    }

    private void backToTheFirstBar(PrintWriter out) {
        if (drawn > 0) {
            out.print("\r" + ESCAPE + drawn + "A");
        }
        out.print(CLEAR_BELOW);
    }

    private void draw(PrintWriter out, Collection<UploadProgress> all) {
        int columns = terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_COLUMNS;
        // In the last column many terminals begin a new line.
        int width = Math.max(columns - 1, 1);
        all.forEach(upload ->
                out.println(new AttributedString(bar.of(upload, width), style(upload.state())).toAnsi(terminal)));
        drawn = all.size();
    }

    private static AttributedStyle style(State state) {
        return AttributedStyle.DEFAULT.foreground(
                switch (state) {
                    case WAITING, PREPARING, RUNNING, FINISHING -> AttributedStyle.CYAN;
                    case COMPLETED -> AttributedStyle.GREEN;
                    case FAILED -> AttributedStyle.RED;
                });
    }
}
