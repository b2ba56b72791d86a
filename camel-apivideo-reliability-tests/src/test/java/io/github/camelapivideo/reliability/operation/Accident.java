// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.operation;

import io.github.camelapivideo.simulator.fault.Fault;
import java.time.Duration;
import java.util.List;

/**
 * What happens to the first request of an operation.
 *
 * @param doubtful true if the client cannot know whether the service has carried out the request
 */
record Accident(String text, Fault fault, boolean doubtful) {

    static final List<Accident> ALL = List.of(
            new Accident("the account has no requests left", Fault.tooManyRequests(Duration.ZERO), false),
            new Accident("the access token has expired", Fault.expireTokens(), false),
            new Accident("503", Fault.status(503), true),
            new Accident("500 after the work", Fault.answerAfterProcessing(500), true),
            new Accident("the answer is lost", Fault.loseAnswer(), true),
            new Accident("half of the answer arrives", Fault.truncateAnswer(), true),
            new Accident("a page instead of the answer", Fault.htmlAfterProcessing(200), true),
            new Accident("the connection breaks before the body", Fault.resetBeforeBody(), true),
            new Accident("the service restarts", Fault.refuseConnectionsFor(Duration.ofMillis(50)), true));

    @Override
    public String toString() {
        return text;
    }
}
