// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeCompletedEvent;
import org.apache.camel.spi.CamelEvent.ExchangeFailedEvent;
import org.apache.camel.support.EventNotifierSupport;

/** How the exchanges of a context ended, one after another; an empty outcome is a success. Thread-safe. */
final class Outcomes extends EventNotifierSupport {

    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<Optional<Throwable>> ended = new LinkedBlockingQueue<>();

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeCompletedEvent) {
            ended.add(Optional.empty());
        } else if (event instanceof ExchangeFailedEvent failed) {
            ended.add(Optional.of(failed.getExchange().getException()));
        }
    }

    /** Waits for the next exchange to end. */
    Optional<Throwable> next() {
        try {
            Optional<Throwable> outcome = ended.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(outcome).as("an exchange ended in time").isNotNull();
            return outcome;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted while an exchange was under way", e);
        }
    }
}
