// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/** Waits until so many exchanges have ended, their files moved, and keeps how they did. Thread-safe. */
final class Outcomes extends SimpleEventNotifierSupport {

    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final CountDownLatch missing;

    Outcomes(int expected) {
        missing = new CountDownLatch(expected);
        // From the start it ignores everything.
        setIgnoreExchangeEvents(false);
        setIgnoreExchangeCompletedEvent(false);
        setIgnoreExchangeFailedEvents(false);
    }

    @Override
    public void notify(CamelEvent event) {
        boolean ended =
                event instanceof CamelEvent.ExchangeCompletedEvent || event instanceof CamelEvent.ExchangeFailedEvent;
        if (ended && event instanceof ExchangeEvent of) {
            Outcome outcome = Outcome.of(of.getExchange());
            if (outcomes.put(outcome.fileName(), outcome) == null) {
                missing.countDown();
            }
        }
    }

    /** By the name of the file. */
    Map<String, Outcome> await() throws InterruptedException {
        missing.await();
        return Map.copyOf(outcomes);
    }
}
