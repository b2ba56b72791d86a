// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.connection;

import java.io.IOException;
import org.eclipse.jetty.io.QuietException;

/** The connection is gone, so no answer can be sent. Jetty does not log it. */
public final class ConnectionGone extends IOException implements QuietException {

    public ConnectionGone(String message, Throwable cause) {
        super(message, cause);
    }
}
