// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.table;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RequestKind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.apache.camel.Exchange;

/** Uploads of anything, with anything going wrong. */
final class RandomUploads {

    private static final int MIB = 1024 * 1024;
    private static final int MOST_FAULTS = 5;
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");
    private static final List<RequestKind> KINDS = List.of(
            RequestKind.TOKEN,
            RequestKind.CREATE,
            RequestKind.LIST,
            RequestKind.SOURCE,
            RequestKind.STATUS,
            RequestKind.GET,
            RequestKind.DELETE);

    private RandomUploads() {}

    static Arbitrary<Upload> any() {
        Arbitrary<Integer> partSizes = Arbitraries.of(5 * MIB, 5 * MIB + 1, 6 * MIB, 8 * MIB);
        Arbitrary<Integer> edges =
                Arbitraries.of(1, 5 * MIB - 1, 5 * MIB, 5 * MIB + 1, 10 * MIB, 16 * MIB, 20 * MIB + 1);
        Arbitrary<Integer> lengths =
                Arbitraries.oneOf(edges, Arbitraries.integers().between(1, 24 * MIB));
        return Combinators.combine(
                        lengths,
                        partSizes,
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of(Body.values()),
                        Arbitraries.of(true, false),
                        accidents().list().ofMaxSize(MOST_FAULTS).withSizeDistribution(RandomDistribution.uniform()))
                .as(Upload::new);
    }

    private static Arbitrary<Accident> accidents() {
        // Most are such as pass; else hardly anything would ever be complete.
        Arbitrary<Mishap> mishaps = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of(those(true))), Tuple.of(1, Arbitraries.of(those(false))));
        return Combinators.combine(mishaps, kinds(), Arbitraries.integers().between(1, 4))
                .as(Accident::new)
                .filter(Accident::isMoreThanWords);
    }

    private static Arbitrary<RequestKind> kinds() {
        // Most requests carry parts.
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(RequestKind.SOURCE)), Tuple.of(1, Arbitraries.of(KINDS)));
    }

    private static List<Mishap> those(boolean passing) {
        return Mishap.ALL.stream().filter(mishap -> mishap.passes() == passing).toList();
    }

    /** A fault and the place of the request that it meets, among those of its kind. */
    record Accident(Mishap mishap, RequestKind kind, int place) {

        /** The table has no moments of searches and descriptions; like a creation they repeat and deny no container. */
        boolean isMoreThanWords() {
            List<Moment> moments = Stream.of(Moment.values())
                    .filter(moment -> moment.isOf(kind))
                    .toList();
            return moments.isEmpty()
                    ? mishap.needs().test(Moment.CREATE)
                    : moments.stream().anyMatch(mishap.needs());
        }

        @Override
        public String toString() {
            return mishap + " at " + kind + " " + place;
        }
    }

    /** @param keyed whether it has an upload key; then it is made again if it failed */
    record Upload(int length, int partSize, int parallelism, Body body, boolean keyed, List<Accident> accidents) {

        /** What is wrong with its end; empty if nothing is. */
        String run(Path folder, Tally tally) throws Exception {
            Path place = Files.createTempDirectory(folder, "one");
            Sample sample = Sample.of(place, length);
            try (Stage stage = new Stage()) {
                accidents.forEach(accident -> stage.simulator
                        .faults()
                        .on(accident.kind())
                        .nth(accident.place())
                        .then(accident.mishap().fault().apply(NOWHERE)));
                Exchange exchange = upload(stage, sample);
                Ending ending = ending(exchange, stage, sample);
                long met = stage.simulator.faults().injected();
                stage.simulator.faults().clear();
                boolean mayFail = accidents.stream()
                        .anyMatch(accident -> !accident.mishap().passes());
                boolean wrong = ending.outcome() == null
                        || exchange.getException() != null && !mayFail
                        || keyed && !isCompletedBySecond(ending, stage, sample);
                tally.count(ending, keyed, met);
                return wrong ? this + ": " + ending.text() + ", then " + stage.simulator.videos() : "";
            } finally {
                Files.delete(sample.file());
                Files.delete(place);
            }
        }

        private Ending ending(Exchange exchange, Stage stage, Sample sample) {
            boolean repeated =
                    accidents.stream().anyMatch(accident -> accident.mishap().repeatsParts());
            return repeated
                    ? Ending.ofRepeated(exchange, stage.simulator, sample)
                    : Ending.of(exchange, stage.simulator, sample);
        }

        private Exchange upload(Stage stage, Sample sample) throws Exception {
            // Several uploads share the processors: a container is to be fresh for longer than the first parts take.
            String options = "stallTimeout=2000&answerTimeout=2000&recordTimeout=5000&partSize=" + partSize
                    + "&parallelism=" + parallelism + (keyed ? "&uploadKey=k" : "");
            return stage.upload(options, message -> body.into(message, sample));
        }

        /** With the same key an upload completes what is there. */
        private boolean isCompletedBySecond(Ending first, Stage stage, Sample sample) throws Exception {
            String before = first.outcome() == Outcome.REFUSED ? "" : videoId(stage.simulator);
            Ending second = ending(upload(stage, sample), stage, sample);
            return second.outcome() == Outcome.COMPLETE
                    && (before.isEmpty() || before.equals(videoId(stage.simulator)));
        }

        private static String videoId(ApiVideoSimulator simulator) {
            return simulator.videos().get(0).videoId();
        }
    }

    /** How they ended. Thread-safe. */
    static final class Tally {
        // Guarded by this
        private final Map<String, long[]> endings = new TreeMap<>();

        synchronized void count(Ending ending, boolean keyed, long met) {
            String row = (ending.outcome() == null ? "wrong" : ending.outcome().text) + (keyed ? ", with a key" : "");
            endings.computeIfAbsent(row, made -> new long[MOST_FAULTS + 1])[(int) Math.min(met, MOST_FAULTS)]++;
        }

        synchronized long total() {
            return endings.values().stream().flatMapToLong(LongStream::of).sum();
        }

        @Override
        public synchronized String toString() {
            StringBuilder text = new StringBuilder("\n| faults met | 0 | 1 | 2 | 3 | 4 | 5 |\n");
            text.append("| --- | --- | --- | --- | --- | --- | --- |\n");
            endings.forEach((row, counts) -> {
                text.append("| ").append(row).append(" |");
                for (long count : counts) {
                    text.append(' ').append(count).append(" |");
                }
                text.append('\n');
            });
            return text.toString();
        }
    }
}
