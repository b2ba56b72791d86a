// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.net.URI;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One upload with one fault.
 *
 * @param keyed whether it has an upload key; then it is made again if it failed
 */
record Case(Mishap mishap, Moment moment, Body body, int parallelism, boolean keyed) {

    private static final Logger LOG = LoggerFactory.getLogger(Case.class);

    /** Returns the cases of a fault that a build runs; all of them in a long run. */
    static Stream<Case> toRun(Mishap mishap) {
        return Boolean.getBoolean("reliability.whole") ? of(mishap) : of(mishap).filter(Case::isInBuild);
    }

    static Stream<Case> of(Mishap mishap) {
        return Stream.of(Moment.values())
                .filter(mishap.needs())
                .flatMap(moment -> Stream.of(Body.values())
                        .flatMap(body -> Stream.of(1, 4).flatMap(parallelism -> Stream.of(false, true)
                                .map(keyed -> new Case(mishap, moment, body, parallelism, keyed)))))
                .filter(Case::isNew);
    }

    /** An upload with a key ends differently only if it fails, and with one it deletes nothing. */
    private boolean isNew() {
        return !keyed || !mishap.passes() && moment != Moment.DELETE;
    }

    /**
     * Three of each fault and moment: with three bodies by turns, one part after another and four at once, and with a key
     * and without, if there is one.
     */
    boolean isInBuild() {
        int turn = Mishap.ALL.indexOf(mishap) + moment.ordinal();
        int round = Body.values().length;
        boolean four;
        boolean withKey;
        switch ((turn + body.ordinal()) % round) {
            case 0 -> four = withKey = false;
            case 1 -> four = withKey = true;
            case 2 -> {
                four = turn / round % 2 == 0;
                withKey = !four;
            }
            default -> {
                return false;
            }
        }
        boolean canHaveKey = new Case(mishap, moment, body, parallelism, true).isNew();
        return four == parallelism > 1 && keyed == (withKey && canHaveKey);
    }

    @Override
    public String toString() {
        return mishap.text() + " at the " + moment.text + ", " + body.text + ", " + parallelism + " at once"
                + (keyed ? ", with a key" : "");
    }

    /**
     * Runs it.
     *
     * @param nowhere an address to which nothing may be sent
     */
    Result run(Sample sample, URI nowhere) throws Exception {
        try (Stage stage = new Stage()) {
            moment.script(stage.simulator.faults(), mishap.fault().apply(nowhere));
            Exchange exchange = upload(stage, sample);
            Ending ending = mishap.repeatsParts()
                    ? Ending.ofRepeated(exchange, stage.simulator, sample)
                    : Ending.of(exchange, stage.simulator, sample);
            String wrong = wrong(ending, exchange, stage.simulator);
            if (wrong.isEmpty() && keyed) {
                wrong = wrongOnceMore(ending, stage, sample);
            }
            return new Result(this, ending.outcome(), wrong.isEmpty() ? "" : this + ": " + wrong + ending.text());
        }
    }

    private Exchange upload(Stage stage, Sample sample) throws Exception {
        String options = "parallelism=" + parallelism + mishap.options() + (keyed ? "&uploadKey=k" : "");
        Exchange exchange = stage.upload(options, message -> body.into(message, sample));
        LOG.trace("{}: {}", exchange.getMessage().getHeaders(), this, exchange.getException());
        return exchange;
    }

    private String wrong(Ending ending, Exchange exchange, ApiVideoSimulator simulator) {
        long met = simulator.faults().injected();
        if (met < leastMet()) {
            return "only " + met + " faults were met; ";
        }
        if (ending.outcome() != mishap.at(moment, keyed)) {
            return "has to end as " + mishap.at(moment, keyed) + "; ";
        }
        String reason = moment.failure() != null ? moment.failure() : mishap.reason();
        Exception failure = exchange.getException();
        return failure == null || failure.getMessage().contains(reason) ? "" : "does not tell " + reason + "; ";
    }

    private int leastMet() {
        // With a key the status is asked in any case, before the first part.
        boolean provoked = moment == Moment.DELETE || moment == Moment.STATUS && !keyed;
        // Among four connections it may not be the dead one that is used next.
        boolean reused = mishap == Mishap.RESET_ON_REUSE && (parallelism == 1 || !moment.hasContainer());
        return 1 + (provoked ? 1 : 0) + (reused ? 1 : 0);
    }

    /** What was refused is possible once the cause is gone, in the same container if that was kept. */
    private String wrongOnceMore(Ending first, Stage stage, Sample sample) throws Exception {
        String before = first.outcome() == Outcome.KEPT
                ? stage.simulator.videos().get(0).videoId()
                : "";
        Ending second = Ending.of(upload(stage, sample), stage.simulator, sample);
        boolean same =
                before.isEmpty() || stage.simulator.videos().get(0).videoId().equals(before);
        return second.outcome() == Outcome.COMPLETE && same ? "" : "the next upload: " + second.text() + "; ";
    }

    /**
     * What came of a case.
     *
     * @param wrong what should not be; empty if nothing
     */
    record Result(Case of, Outcome outcome, String wrong) {}
}
