// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** What the rounds of one race brought: for each, the figures of every row that came through. Not thread-safe. */
public final class Standing {

    private final List<Map<Row, Figures>> rounds = new ArrayList<>();

    public void begin() {
        rounds.add(new LinkedHashMap<>());
    }

    /** What a row took in the current round. */
    public synchronized void add(Row row, Figures figures) {
        rounds.get(rounds.size() - 1).put(row, figures);
    }

    /** What the figures are, in words. */
    public String counted() {
        return counted(rounds.size());
    }

    /** What figures of so many rounds are, in words. */
    public static String counted(int rounds) {
        return rounds == 1 ? "one round" : "medians of " + rounds + " rounds";
    }

    public boolean has(Row row) {
        return rounds.stream().anyMatch(round -> round.containsKey(row));
    }

    /** The median; NaN if there is nothing. */
    public double median(Row row, ToDoubleFunction<Figures> figure) {
        return median(values(row, figure));
    }

    public double least(Row row, ToDoubleFunction<Figures> figure) {
        return values(row, figure).min().orElse(Double.NaN);
    }

    public double most(Row row, ToDoubleFunction<Figures> figure) {
        return values(row, figure).max().orElse(Double.NaN);
    }

    /** The median of what one row has of another in the same round; NaN if they never met. */
    public double ratio(Row row, Row base, ToDoubleFunction<Figures> figure) {
        return median(rounds.stream()
                .filter(round -> round.containsKey(row) && round.containsKey(base))
                .mapToDouble(round -> figure.applyAsDouble(round.get(row)) / figure.applyAsDouble(round.get(base))));
    }

    private DoubleStream values(Row row, ToDoubleFunction<Figures> figure) {
        return rounds.stream()
                .filter(round -> round.containsKey(row))
                .mapToDouble(round -> figure.applyAsDouble(round.get(row)));
    }

    public static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        int half = sorted.length / 2;
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
