// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import io.github.camelapivideo.simulator.api.RequestKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The script of what goes wrong: {@code faults.on(SOURCE).part(2).times(1).then(Fault.status(503))}. The first rule
 * that applies to a request is the only one; rules after it do not see the request. Thread-safe.
 */
public final class Faults {

    // Guarded by this
    private final List<Rule> rules = new ArrayList<>();
    private long injected;

    /** Begins a rule for requests of these kinds; of any kind if none is named. */
    public Rule on(RequestKind... kinds) {
        return new Rule(Set.copyOf(Arrays.asList(kinds)));
    }

    /**
     * How many requests have met a fault other than {@link Fault#none()}; one that met the dead connection of {@link
     * Fault#resetOnReuse()} has too.
     */
    public synchronized long injected() {
        return injected;
    }

    /** A request has met what an earlier fault has left behind. */
    public synchronized void countAftermath() {
        injected++;
    }

    /** Forgets all rules, so that nothing goes wrong any longer. */
    public synchronized void clear() {
        rules.clear();
    }

    /** Forgets all rules and the count. */
    public synchronized void reset() {
        rules.clear();
        injected = 0;
    }

    /** The fault for a request, {@link Fault#none()} if nothing is to go wrong. Each call counts as one request. */
    public synchronized Fault next(RequestKind kind, int partNumber) {
        for (Rule rule : rules) {
            if (rule.matches(kind, partNumber) && rule.use()) {
                injected += rule.fault.equals(Fault.none()) ? 0 : 1;
                return rule.fault;
            }
        }
        return Fault.none();
    }

    private synchronized void add(Rule rule) {
        rules.add(rule);
    }

    /** Which requests a fault is for. Complete with {@link #then}. For one thread until then. */
    public final class Rule {
        private final Set<RequestKind> kinds;
        private int part;
        private int nth;
        private int timesLeft = Integer.MAX_VALUE;
        private int seen;
        private double probability = 1;
        private RandomGenerator random;
        private Fault fault;

        private Rule(Set<RequestKind> kinds) {
            this.kinds = kinds;
        }

        /** Only requests that carry this part, counted from 1; a regular upload carries part 1. Default is any. */
        public Rule part(int number) {
            part = number;
            return this;
        }

        /** Only the request of this place among those that match, counted from 1; default is each. */
        public Rule nth(int place) {
            nth = place;
            return this;
        }

        /** At most so often; default is always. */
        public Rule times(int times) {
            timesLeft = times;
            return this;
        }

        /**
         * Only now and then, where the rest of the rule applies; default is always. A request that gets away is left to
         * the rules after this one, and does not count for {@link #times}.
         *
         * @param probability from 0, never, to 1, always
         * @param random with a seed for a script that plays the same each time; used under a lock of this script only
         */
        public Rule sometimes(double probability, RandomGenerator random) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability=" + probability + ": allowed 0..1");
            }
            this.probability = probability;
            this.random = Objects.requireNonNull(random, "random");
            return this;
        }

        /** What happens; the rule is in force from now on. */
        public void then(Fault what) {
            fault = what;
            add(this);
        }

        private boolean matches(RequestKind ofKind, int ofPart) {
            return (kinds.isEmpty() || kinds.contains(ofKind)) && (part == 0 || part == ofPart);
        }

        /** Whether the fault applies to the request that matched. */
        private boolean use() {
            seen++;
            if (timesLeft == 0 || nth != 0 && nth != seen || !happens()) {
                return false;
            }
            timesLeft--;
            return true;
        }

        private boolean happens() {
            return probability == 1 || random.nextDouble() < probability;
        }
    }
}
