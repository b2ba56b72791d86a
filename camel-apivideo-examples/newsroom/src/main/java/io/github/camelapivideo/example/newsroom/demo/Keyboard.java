// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import io.github.camelapivideo.example.clips.EnterKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The keyboard beside the demo.
 *
 * @param isThere false if the output or the input is not a terminal, as in a pipe
 */
record Keyboard(boolean isThere) {

    static Keyboard find() throws IOException {
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            return new Keyboard(!terminal.getType().startsWith(Terminal.TYPE_DUMB));
        }
    }

    /** Runs an action, on another thread, when the user presses Enter. */
    void onEnter(Runnable action) {
        if (isThere) {
            System.out.println("Enter ends the newsroom.");
            Thread reader = new Thread(() -> waitForEnter(action), "keyboard");
            reader.setDaemon(true);
            reader.start();
        }
    }

    private static void waitForEnter(Runnable action) {
        try {
            EnterKey.await(System.in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        action.run();
    }
}
