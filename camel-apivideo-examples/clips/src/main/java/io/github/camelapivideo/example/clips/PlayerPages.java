// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.clips;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** The player pages of a demo. They are those of its simulator, and end with it: a user at a terminal decides when. */
public final class PlayerPages {

    private PlayerPages() {}

    /** Waits for Enter if the demo runs on a terminal, and not at all otherwise, as in a pipe. */
    public static void keep() throws IOException {
        keep(System.console() != null, System.in, System.out);
    }

    /** @param waits whether to wait until Enter is pressed, or the input ends */
    public static void keep(boolean waits, InputStream keyboard, PrintStream screen) throws IOException {
        if (waits) {
            screen.println("The player pages can be opened now. Enter ends the simulator, and them.");
            EnterKey.await(keyboard);
        } else {
            screen.println("The simulator ends, and the player pages with it.");
        }
    }
}
