// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import io.github.camelapivideo.api.UploadListener;
import java.io.IOException;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** Shows the uploads. Thread-safe. The caller closes it. */
interface Screen extends UploadListener, AutoCloseable {

    /** Opens a screen with bars on a terminal, and with plain lines otherwise. */
    static Screen open() throws IOException {
        Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build();
        if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
            terminal.close();
            return new LineScreen(System.out);
        }
        return new BarScreen(terminal);
    }

    /** Returns true if a user sees it on a terminal, false in a pipe. */
    boolean isTerminal();

    /** Prints a line that stays. */
    void print(String line);

    default void print(List<String> lines) {
        lines.forEach(this::print);
    }

    @Override
    void close();
}
