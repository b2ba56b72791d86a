// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.routes;

import io.github.camelapivideo.api.ApiVideoException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;

/** Writes the reason why a message was given up into its headers. */
final class FailureHeaders implements Processor {

    /** The property of an exchange whose message was given up. */
    static final String GIVEN_UP = "givenUp";

    static final String TEXT = "failureReason";
    static final String VIDEO_ID = "failureVideoId";

    @Override
    public void process(Exchange exchange) {
        Message message = exchange.getMessage();
        Exception failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
        exchange.setProperty(GIVEN_UP, true);
        // It may have been a dead message before.
        message.removeHeaders("failure*");
        message.setHeader(TEXT, failure.getMessage());
        message.setHeader("failureDeliveries", message.getHeader("JMSXDeliveryCount"));
        message.setHeader("failureMessageId", message.getHeader("JMSMessageID"));
        if (failure instanceof ApiVideoException refusal) {
            describe(refusal, message);
        }
    }

    private static void describe(ApiVideoException refusal, Message message) {
        message.setHeader("failureStatus", refusal.getStatus());
        message.setHeader(VIDEO_ID, refusal.getVideoId());
        if (refusal.getProblem() != null) {
            message.setHeader("failureProblem", refusal.getProblem().slug());
        }
    }
}
