// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.connection;

import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/** The connection is gone, so that nobody is there to be answered. It is recorded, and not worth a log line. */
public final class ConnectionGone extends IOException implements QuietException {

    public ConnectionGone(String message, Throwable cause) {
        super(message, cause);
    }
}
