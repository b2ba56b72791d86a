// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.routes;

import io.github.camelapivideo.api.ApiVideoException;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Decides whether a failed message is given up instead of delivered again. */
final class Unrecoverable implements Predicate {

    @Override
    public boolean matches(Exchange exchange) {
        if (exchange.getProperty(FailureHeaders.GIVEN_UP) != null) {
            // It could not be sent to the dead messages, so it returns to the queue.
            return false;
        }
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return !isOfAccount(failure) && (isOfVideo(failure) || deliveries(exchange) >= attempts(exchange));
    }

    /** A wrong key or a suspended account concerns all messages: they wait until the account works again. */
    private static boolean isOfAccount(Exception failure) {
        return slug(failure).startsWith("auth");
    }

    /** The service refuses this video, or the message is empty. */
    private static boolean isOfVideo(Exception failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof ApiVideoException refusal && refusal.getStatus() == 400;
    }

    private static String slug(Exception failure) {
        return failure instanceof ApiVideoException refusal && refusal.getProblem() != null
                ? refusal.getProblem().slug()
                : "";
    }

    private static int deliveries(Exchange exchange) {
        return exchange.getMessage().getHeader("JMSXDeliveryCount", 1, Integer.class);
    }

    private static int attempts(Exchange exchange) {
        return Integer.parseInt(exchange.getContext().resolvePropertyPlaceholders("{{jms.attempts}}"));
    }
}
