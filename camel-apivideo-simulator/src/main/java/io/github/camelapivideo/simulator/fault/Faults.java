// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import io.github.camelapivideo.simulator.RequestKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The script of what goes wrong: {@code faults.on(SOURCE).part(2).times(1).then(Fault.status(503))}. The first rule
 * that applies to a request is the only one; rules after it do not see the request. Thread-safe.
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

    /** The fault for a request, {@link Fault#none()} if nothing is to go wrong. Each call counts as one request. */
    public synchronized Fault next(RequestKind kind, int partNumber) {
        for (Rule rule : rules) {
            if (rule.matches(kind, partNumber) && rule.use()) {
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
        private final RequestKind kind;
        private int part;
        private int nth;
        private int timesLeft = Integer.MAX_VALUE;
        private int seen;
        private Fault fault;

        private Rule(RequestKind kind) {
            this.kind = kind;
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

        /** What happens; the rule is in force from now on. */
        public void then(Fault what) {
            fault = what;
            add(this);
        }

        private boolean matches(RequestKind ofKind, int ofPart) {
            return kind == ofKind && (part == 0 || part == ofPart);
        }

        /** Whether the fault applies to the request that matched. */
        private boolean use() {
            seen++;
            if (timesLeft == 0 || nth != 0 && nth != seen) {
                return false;
            }
            timesLeft--;
            return true;
        }
    }
}
