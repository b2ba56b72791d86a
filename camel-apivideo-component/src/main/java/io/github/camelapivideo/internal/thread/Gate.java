// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Something to wait for without a thread: the way goes on when it is given, or when everything is over. Thread-safe. */
public final class Gate {

    private final CompletableFuture<Void> given = new CompletableFuture<>();
    private final Cancellation.Registration registration;

    public Gate(Cancellation cancellation) {
        registration = cancellation.onCancel(this::give);
    }

    public void give() {
        given.complete(null);
    }

    /**
     * Goes on: at once on this thread if the signal is there, or else on a lane.
     *
     * @param lost is told if there is no lane to go on
     */
    public void then(Executor lanes, Runnable next, Consumer<Throwable> lost) {
        if (given.isDone()) {
            registration.close();
            next.run();
            return;
        }
        // Who gives the signal goes on with its own work.
        given.thenRunAsync(
                        () -> {
                            registration.close();
                            next.run();
                        },
                        lanes)
                .exceptionally(problem -> {
                    lost.accept(problem);
                    return null;
                });
    }
}
