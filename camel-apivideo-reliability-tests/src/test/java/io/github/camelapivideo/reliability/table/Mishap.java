// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import io.github.camelapivideo.simulator.fault.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that goes wrong, once.
 *
 * @param reason what a failure for it says; null if it passes, so that no upload may fail for it
 * @param options what the endpoint needs for it to be over soon
 * @param needs what a moment must have for it to be more than words
 * @param fault makes it; its argument is an address to which no request may go
 */
record Mishap(String text, String reason, String options, Predicate<Moment> needs, Function<URI, Fault> fault) {

    private static final int MIB = 1024 * 1024;
    private static final long TO_ITS_END = Long.MAX_VALUE;
    private static final Predicate<Moment> ANYTHING = moment -> true;

    /** The next request finds out. */
    private static final Predicate<Moment> SUCCESSOR = Moment::isFollowed;

    static final Mishap RESET_ON_REUSE = passing("idle connection reset", Fault.resetOnReuse(), SUCCESSOR);

    private static final Mishap REPEATED =
            passing("a proxy repeats the request", Fault.repeatRequest(), moment -> moment != Moment.CREATE);

    private static final Mishap LAGGING = passing(
            "a record that lags",
            Fault.alterAnswer("/ingest/receivedParts", "{\"parts\":[],\"total\":null}"),
            moment -> moment == Moment.STATUS);

    static final List<Mishap> ALL = List.of(
            passing("connections refused for a while", Fault.refuseConnectionsFor(Duration.ofMillis(120))),
            passing("reset before the body", Fault.resetBeforeBody()),
            passing("reset in the body", Fault.resetDuringBody(50), Moment::hasBody),
            passing("reset after the body", Fault.resetDuringBody(TO_ITS_END)),
            passing("end (FIN) in the body", Fault.closeDuringBody(50), Moment::hasBody),
            passing("answer lost after acceptance", Fault.loseAnswer()),
            passing("500 after acceptance", Fault.answerAfterProcessing(500)),
            passing("503 after acceptance", Fault.answerAfterProcessing(503)),
            passing("500", Fault.status(500)),
            passing("502 with a page", Fault.html(502)),
            passing("503", Fault.status(503)),
            passing("504", Fault.status(504)),
            passing("429 with headers", Fault.tooManyRequests(Duration.ofSeconds(1))),
            passing("429 without headers", Fault.tooManyRequests()),
            passing("401, the token has expired", Fault.expireTokens(), moment -> moment != Moment.TOKEN),
            passing(
                    "401 during the body, then a reset",
                    Fault.answerEarlyThenReset(401, 50),
                    moment -> moment.hasBody() && moment != Moment.TOKEN),
            passing("429 during the body, the rest is read", Fault.answerEarly(429, 50), Moment::hasBody),
            stalling("503 during the body, the rest is not read", Fault.answerEarlyThenStall(503, 50), Moment::hasBody),
            passing("slow reading", Fault.slowBody(40 * MIB), Moment::hasBody),
            passing("slow answer", Fault.delay(Duration.ofMillis(100))),
            passing("trickled answer", Fault.trickleAnswer(Duration.ofMillis(1)), Moment::hasAnswer),
            stalling("stall in the body", Fault.stallDuringBody(40), Moment::hasBody),
            stalling("stall before acceptance", Fault.stallBeforeProcessing(), ANYTHING),
            stalling("stall after acceptance", Fault.stallAnswer(), ANYTHING),
            passing("malformed JSON", Fault.malformedJson(201)),
            passing("a page instead of the answer", Fault.html(200)),
            passing("a page after acceptance", Fault.htmlAfterProcessing(200)),
            passing("an empty answer", Fault.emptyBody(201)),
            passing("half an answer", Fault.truncateAnswer(), Moment::hasAnswer),
            passing("an odd field in the answer", Fault.alterAnswer("/assets", "[]"), Moment::hasAnswer),
            passing("an answer without what is needed", Fault.alterAnswer("", "{}"), Moment::hasAnswer),
            passing("an answer of 8 MiB", Fault.oversizedAnswer(8 * MIB)),
            passing("idle connection closed", Fault.closeAfterAnswer(), SUCCESSOR),
            RESET_ON_REUSE,
            REPEATED,
            LAGGING,
            new Mishap(
                    "404, the container is not known yet",
                    null,
                    "&recordTimeout=10000",
                    Moment::hasContainer,
                    nowhere -> Fault.problem(404, "resource-not-found")),
            passing(
                    "an answer about another video",
                    Fault.alterAnswer("/videoId", "\"viAnother\""),
                    moment -> moment.hasBody() && moment.hasContainer()),
            lasting("403", "403", nowhere -> Fault.problem(403, "authorization-suspended-account"), ANYTHING),
            lasting("404, the container is deleted", "404", nowhere -> Fault.deleteContainer(), Moment::hasContainer),
            lasting("413", "413", nowhere -> Fault.status(413), ANYTHING),
            lasting(
                    "413 during the body, then a reset",
                    "413",
                    nowhere -> Fault.answerEarlyThenReset(413, 50),
                    Moment::hasBody),
            lasting("redirect to another host", "307", Fault::redirect, ANYTHING));

    private static Mishap passing(String text, Fault fault) {
        return passing(text, fault, ANYTHING);
    }

    private static Mishap passing(String text, Fault fault, Predicate<Moment> needs) {
        return new Mishap(text, null, "", needs, nowhere -> fault);
    }

    private static Mishap stalling(String text, Fault fault, Predicate<Moment> needs) {
        return new Mishap(text, null, "&stallTimeout=1500&answerTimeout=1500", needs, nowhere -> fault);
    }

    private static Mishap lasting(String text, String reason, Function<URI, Fault> fault, Predicate<Moment> needs) {
        return new Mishap(text, reason, "", needs, fault);
    }

    boolean passes() {
        return reason == null;
    }

    /** Whether it makes the service get a part twice, whatever the client does. */
    boolean repeatsParts() {
        return this == REPEATED || this == LAGGING;
    }

    /** What has to come of it. */
    Outcome at(Moment moment, boolean keyed) {
        boolean deletes = "404".equals(reason);
        if (moment == Moment.DELETE) {
            // The upload has failed already; the question is whether its container goes.
            return passes() || deletes ? Outcome.REFUSED : Outcome.LEFT;
        }
        if (passes()) {
            return Outcome.COMPLETE;
        }
        return keyed && moment.hasContainer() && !deletes ? Outcome.KEPT : Outcome.REFUSED;
    }

    @Override
    public String toString() {
        return text;
    }
}
