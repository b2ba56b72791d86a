// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Something to wait for without a thread: the way goes on when it is given, or when everything is over. Thread-safe. */
final class Signal {

    private final CompletableFuture<Void> given = new CompletableFuture<>();
    private final Abort.Registration registration;

    Signal(Abort abort) {
        registration = abort.onAbort(this::give);
    }

    void give() {
        given.complete(null);
    }

    /**
     * Goes on: at once on this thread if the signal is there, or else on a lane.
     *
     * @param lost is told if there is no lane to go on
     */
    void then(Executor lanes, Runnable next, Consumer<Throwable> lost) {
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
