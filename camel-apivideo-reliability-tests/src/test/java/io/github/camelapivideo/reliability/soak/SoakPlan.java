// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

/**
 * How long, and with which choices.
 *
 * @param heap as the JVM has it
 */
record SoakPlan(double minutes, long seed, String heap) {

    private static final int LONGEST_ROUND = 120;
    private static final int SHORTEST_ROUND = 10;
    private static final int ROUNDS = 15;

    static SoakPlan ofSystemProperties() {
        return new SoakPlan(
                Double.parseDouble(System.getProperty("soak.minutes", "30")),
                Long.getLong("soak.seed", System.nanoTime()),
                System.getProperty("soak.heap", "256m"));
    }

    /** After so many seconds there is a pause, in which is counted what is left. */
    long roundSeconds() {
        return Math.max(SHORTEST_ROUND, Math.min(LONGEST_ROUND, seconds() / ROUNDS));
    }

    long seconds() {
        return Math.round(minutes * 60);
    }
}
