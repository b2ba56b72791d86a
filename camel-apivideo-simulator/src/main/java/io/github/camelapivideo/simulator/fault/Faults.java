// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import io.github.camelapivideo.simulator.RequestKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The script of what goes wrong: {@code faults.on(SOURCE).part(2).times(1).then(Fault.status(503))}. The first rule
 * that fits a request applies to it. Thread-safe.
 */
public final class Faults {

    // Guarded by this
    private final List<Rule> rules = new ArrayList<>();

    /** Begins a rule for requests of this kind. */
    public Rule on(RequestKind kind) {
        return new Rule(kind);
    }

    /** Forgets all rules. */
    public synchronized void clear() {
        rules.clear();
    }

    /** The fault for a request; each call counts as one request. */
    public synchronized Optional<Fault> next(RequestKind kind, int partNumber) {
        return rules.stream()
                .filter(rule -> rule.applies(kind, partNumber))
                .findFirst()
                .map(rule -> rule.fault);
    }

    private synchronized void add(Rule rule) {
        rules.add(rule);
    }

    /** Which requests a fault is for. Complete with {@link #then}. */
    public final class Rule {
        private final RequestKind kind;
        private int part;
        private int nth;
        private int timesLeft = Integer.MAX_VALUE;
        private int seen;
        private Fault fault;

        private Rule(RequestKind kind) {
            this.kind = kind;
        }

        /** Only requests that carry this part, counted from 1. */
        public Rule part(int number) {
            part = number;
            return this;
        }

        /** Only the request of this place among those that fit, counted from 1. */
        public Rule nth(int place) {
            nth = place;
            return this;
        }

        /** At most so often. */
        public Rule times(int times) {
            timesLeft = times;
            return this;
        }

        /** What happens; the rule is in force from now on. */
        public void then(Fault what) {
            fault = what;
            add(this);
        }

        private boolean applies(RequestKind ofKind, int ofPart) {
            if (kind != ofKind || part != 0 && part != ofPart) {
                return false;
            }
            seen++;
            if (nth != 0 && seen != nth || timesLeft == 0) {
                return false;
            }
            timesLeft--;
            return true;
        }
    }
}
