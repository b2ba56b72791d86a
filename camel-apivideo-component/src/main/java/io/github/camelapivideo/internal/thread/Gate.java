// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.thread;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Delays work without a thread until the gate opens or the cancellation comes. Thread-safe. */
public final class Gate {

    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final Cancellation.Registration registration;

    /** @param cancellation opens the gate early */
    public Gate(Cancellation cancellation) {
        registration = cancellation.onCancel(this::open);
    }

    /** Opens the gate; only the first call counts. */
    public void open() {
        opened.complete(null);
    }

    public boolean isOpen() {
        return opened.isDone();
    }

    /**
     * Runs the next step when the gate is open: at once on this thread if it is open already, otherwise on a lane.
     *
     * @param lost receives the failure if no lane can run the next step
     */
    public void then(Executor lanes, Runnable next, Consumer<Throwable> lost) {
        if (opened.isDone()) {
            registration.close();
            next.run();
            return;
        }
        // On a lane, because the thread that opens the gate has its own work to do.
        opened.thenRunAsync(
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
