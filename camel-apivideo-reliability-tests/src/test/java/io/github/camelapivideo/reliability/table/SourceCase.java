// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.awaitility.Awaitility;

/** One upload of something that is not what it should be. */
record SourceCase(Source source, int parallelism) {

    static Stream<SourceCase> of(Source source) {
        return Stream.of(1, 4).map(parallelism -> new SourceCase(source, parallelism));
    }

    Result run(Sample sample) throws Exception {
        CountDownLatch firstParts = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        try (Stage stage = new Stage()) {
            stage.simulator.faults().on(RequestKind.SOURCE).times(parallelism).then(Fault.hold(firstParts));
            AtomicBoolean ended = new AtomicBoolean();
            CompletableFuture<Void> disturbance = new CompletableFuture<>();
            Exchange exchange = stage.upload(source.options + "parallelism=" + parallelism, message -> {
                fill(message, sample, end);
                disturbance.completeAsync(() -> disturb(stage, message, firstParts, ended));
            });
            ended.set(true);
            end.countDown();
            disturbance.get();
            return result(exchange, stage, sample);
        }
    }

    private void fill(Message message, Sample sample, CountDownLatch end) {
        try {
            source.into(message, sample, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does it while the first parts are on their way; a source may be found out before they are. */
    private Void disturb(Stage stage, Message message, CountDownLatch firstParts, AtomicBoolean ended) {
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> stage.simulator.faults().injected() == parallelism || ended.get());
            source.during(message);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            firstParts.countDown();
        }
    }

    private Result result(Exchange exchange, Stage stage, Sample sample) {
        Ending ending = Ending.of(exchange, stage.simulator, sample);
        Exception failure = exchange.getException();
        boolean told = failure == null || failure.getMessage().contains(source.reason);
        String wrong = ending.outcome() != source.outcome
                ? "has to end as " + source.outcome + "; "
                : told ? "" : "does not tell '" + source.reason + "'; ";
        return new Result(this, ending.outcome(), wrong.isEmpty() ? "" : this + ": " + wrong + ending.text());
    }

    /** @param wrong what should not be; empty if nothing */
    record Result(SourceCase of, Outcome outcome, String wrong) {}
}
