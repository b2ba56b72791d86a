// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeEvent;
import org.apache.camel.support.SimpleEventNotifierSupport;

/** Waits until a number of exchanges have ended, and keeps the outcome of each. Thread-safe. */
final class Outcomes extends SimpleEventNotifierSupport {

    private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
    private final CountDownLatch missing;

    Outcomes(int expected) {
        missing = new CountDownLatch(expected);
        // By default it ignores all of them.
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

    /** Returns the outcomes by the name of the file, after the last exchange has ended. */
    Map<String, Outcome> await() throws InterruptedException {
        missing.await();
        return Map.copyOf(outcomes);
    }
}
