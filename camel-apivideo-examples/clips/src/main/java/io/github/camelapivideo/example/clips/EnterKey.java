// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.clips;

import java.io.IOException;
import java.io.InputStream;

/** The Enter key of a user who watches a demo. */
public final class EnterKey {

    private EnterKey() {}

    /** Waits until Enter is pressed, or the input ends. Reads nothing behind it. */
    public static void await(InputStream keyboard) throws IOException {
        int read = keyboard.read();
        while (read >= 0 && read != '\n') {
            read = keyboard.read();
        }
    }
}
