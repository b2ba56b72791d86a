// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.routes;

import io.github.camelapivideo.api.ApiVideoException;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;

/** Whether it makes no sense to deliver a failed message again. */
final class Hopeless implements Predicate {

    @Override
    public boolean matches(Exchange exchange) {
        if (exchange.getProperty(Reason.GIVEN_UP) != null) {
            // It could not be buried: it has to come back.
            return false;
        }
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        return !isOfAccount(failure) && (isOfVideo(failure) || deliveries(exchange) >= attempts(exchange));
    }

    /** A wrong key or a suspended account is no fault of any message; all of them wait until that is mended. */
    private static boolean isOfAccount(Exception failure) {
        return slug(failure).startsWith("auth");
    }

    /** The service will not have this video, or the message has none. */
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
