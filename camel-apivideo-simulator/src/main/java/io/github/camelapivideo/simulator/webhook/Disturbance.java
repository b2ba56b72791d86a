// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.webhook;

import java.time.Duration;

/**
 * What is unusual in the delivery of an event.
 *
 * <pre>{@code
 * simulator.webhooks().disturb(1, Disturbance.lost());
 * simulator.webhooks().disturb(2, Disturbance.delayed(Duration.ofSeconds(1)));
 * }</pre>
 *
 * @param copies how many times the event is delivered, each with its own retries
 * @param badlySigned true if the signature is made with another secret
 * @param delay from the event to its first delivery
 */
public record Disturbance(int copies, boolean badlySigned, Duration delay) {

    static final Disturbance NONE = new Disturbance(1, false, Duration.ZERO);

    public Disturbance {
        if (copies < 0 || delay.isNegative()) {
            throw new IllegalArgumentException("copies=" + copies + ", delay=" + delay + ": none may be negative");
        }
    }

    /** The event comes twice. */
    public static Disturbance duplicated() {
        return new Disturbance(2, false, Duration.ZERO);
    }

    /** The event never comes. */
    public static Disturbance lost() {
        return new Disturbance(0, false, Duration.ZERO);
    }

    /** The signature does not fit the body and the secret. */
    public static Disturbance signedBadly() {
        return new Disturbance(1, true, Duration.ZERO);
    }

    /** The event comes late; younger events overtake it. */
    public static Disturbance delayed(Duration delay) {
        return new Disturbance(1, false, delay);
    }
}
