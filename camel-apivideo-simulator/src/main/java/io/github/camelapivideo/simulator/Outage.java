// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.time.Duration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** No answer, and no connection for a while. */
record Outage(Door door, Duration time) implements Reply {

    @Override
    public int status() {
        return 0;
    }

    @Override
    public void send(Request request, Response response, Callback callback) {
        door.shutFor(time);
        callback.failed(new ConnectionGone("The connection was cut on purpose", null));
    }
}
