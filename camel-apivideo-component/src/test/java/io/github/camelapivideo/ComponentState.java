// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.concurrent.TimeUnit;
import org.apache.camel.util.concurrent.SizedScheduledExecutorService;

/** What tests of other packages ask of a component that its users cannot see. */
public final class ComponentState {

    private ComponentState() {}

    /** Returns the memory of the parts of streams, as logs show it. */
    public static String buffers(ApiVideoComponent component) {
        return component.buffers().toString();
    }

    /** Returns the number of HTTP clients that are open. */
    public static int clients(ApiVideoComponent component) {
        return component.clients().size();
    }

    /** Waits until the timer has nothing else to do: it must run no work that takes long. */
    public static void awaitTheTimer(ApiVideoComponent component) throws Exception {
        component.timer().submit(() -> {}).get(10, TimeUnit.SECONDS);
    }

    public static int tasksOnTheTimer(ApiVideoComponent component) {
        return ((SizedScheduledExecutorService) component.timer())
                .getScheduledThreadPoolExecutor()
                .getQueue()
                .size();
    }
}
