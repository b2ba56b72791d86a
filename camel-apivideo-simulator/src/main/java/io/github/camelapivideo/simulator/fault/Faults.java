// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import io.github.camelapivideo.simulator.api.RequestKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The script of faults: {@code faults.on(SOURCE).part(2).times(1).then(Fault.status(503))}. The first rule
 * that applies to a request is the only one; later rules do not see the request. Thread-safe.
 */
public final class Faults {

    private static final Pattern VARIABLE = Pattern.compile("\\{[^/}]*}");

    // Guarded by this
    private final List<Rule> rules = new ArrayList<>();
    private long injected;
    private long added;

    /**
     * A rule in the list of rules.
     *
     * @param id counts the rules from 1
     * @param rule the rule as {@code --fault} has it; of a rule that was not typed, a text like it
     * @param met the number of requests to which it has applied
     * @param left how many more it applies to; null for no limit
     */
    public record Listed(long id, String rule, long met, Integer left) {}

    /** Begins a rule for requests of these kinds; of any kind if none is named. */
    public Rule on(RequestKind... kinds) {
        return new Rule(Set.copyOf(Arrays.asList(kinds)));
    }

    /**
     * Begins a rule for one operation, such as {@code on("PATCH", "/videos/{videoId}/captions/{language}")}.
     *
     * @param path see {@link Rule#path}
     */
    public Rule on(String method, String path) {
        return on().method(method).path(path);
    }

    /**
     * The number of requests that met a fault other than {@link Fault#none()}. A request on the dead connection of
     * {@link Fault#resetOnReuse()} counts too.
     */
    public synchronized long injected() {
        return injected;
    }

    /** Counts a request that met the consequence of an earlier fault. */
    public synchronized void countConsequence() {
        injected++;
    }

    /** Returns all rules, also those that apply to no further request, in the order in which they were added. */
    public synchronized List<Listed> list() {
        return rules.stream().map(Rule::listed).toList();
    }

    /**
     * Removes one rule.
     *
     * @return false if there is none with this id
     */
    public synchronized boolean remove(long id) {
        return rules.removeIf(rule -> rule.id == id);
    }

    /** Removes all rules. */
    public synchronized void clear() {
        rules.clear();
    }

    /** Removes all rules and sets the count to 0. */
    public synchronized void reset() {
        rules.clear();
        injected = 0;
    }

    /**
     * What rules know of a request.
     *
     * @param path the path without the query
     * @param part the number of the part that it carries; 0 if it carries none
     */
    public record Target(RequestKind kind, String method, String path, int part) {}

    /** The fault for a request; {@link Fault#none()} if no rule applies. Each call counts as one request. */
    public synchronized Fault next(Target request) {
        for (Rule rule : rules) {
            if (rule.matches(request) && rule.use()) {
                injected += rule.fault.equals(Fault.none()) ? 0 : 1;
                return rule.fault;
            }
        }
        return Fault.none();
    }

    private synchronized void add(Rule rule) {
        rule.id = ++added;
        rules.add(rule);
    }

    /** Selects the requests for a fault. Completed by {@link #then}; until then for one thread. */
    public final class Rule {
        private final Set<RequestKind> kinds;
        private String method;
        private String template;
        private Pattern path;
        private int part;
        private int nth;
        private Integer limit;
        private int timesLeft = Integer.MAX_VALUE;
        private int seen;
        private double probability = 1;
        private RandomGenerator random;
        private Fault fault;
        private String text;
        private long id;
        private long met;

        private Rule(Set<RequestKind> kinds) {
            this.kinds = kinds;
        }

        /** Only requests with this method, such as {@code POST}; default is any. */
        public Rule method(String name) {
            method = name;
            return this;
        }

        /**
         * Only requests with this path; default is any.
         *
         * @param template begins with a slash; a variable, such as {@code {videoId}}, stands for any one segment
         */
        public Rule path(String template) {
            this.template = template;
            if (!template.startsWith("/")) {
                throw new IllegalArgumentException("path=" + template + ": must begin with /");
            }
            path = Pattern.compile(
                    VARIABLE.splitAsStream(template).map(Pattern::quote).collect(Collectors.joining("[^/]+"))
                            + (template.endsWith("}") ? "[^/]+" : ""));
            return this;
        }

        /** Only requests that carry this part, counted from 1; a regular upload carries part 1. Default is any. */
        public Rule part(int number) {
            part = number;
            return this;
        }

        /** Only the nth request that matches, counted from 1; default is each. */
        public Rule nth(int place) {
            nth = place;
            return this;
        }

        /** At most this many times; default is without limit. */
        public Rule times(int times) {
            limit = times;
            timesLeft = times;
            return this;
        }

        /**
         * Only some of the requests to which the rest of the rule applies; default is all. A request that is spared is
         * left to the later rules, and does not count for {@link #times}.
         *
         * @param probability from 0, never, to 1, always
         * @param random seed it to repeat the same choices; used under this script's lock
         */
        public Rule sometimes(double probability, RandomGenerator random) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("probability=" + probability + ": allowed 0..1");
            }
            this.probability = probability;
            this.random = Objects.requireNonNull(random, "random");
            return this;
        }

        /** The rule as it was typed, for lists of rules. */
        public Rule typedAs(String rule) {
            text = rule;
            return this;
        }

        /** The fault; the rule is in force from now on. */
        public void then(Fault what) {
            fault = what;
            add(this);
        }

        private boolean matches(Target request) {
            return (kinds.isEmpty() || kinds.contains(request.kind()))
                    && (method == null || method.equals(request.method()))
                    && (path == null || path.matcher(request.path()).matches())
                    && (part == 0 || part == request.part());
        }

        /** True if the fault applies to a request that matched. */
        private boolean use() {
            seen++;
            if (timesLeft == 0 || nth != 0 && nth != seen || !happens()) {
                return false;
            }
            timesLeft--;
            met++;
            return true;
        }

        private Listed listed() {
            return new Listed(id, text == null ? description() : text, met, limit == null ? null : timesLeft);
        }

        private String description() {
            StringJoiner words = new StringJoiner(",");
            words.add(
                    kinds.isEmpty()
                            ? "any"
                            : kinds.stream().map(RequestKind::typed).sorted().collect(Collectors.joining("+")));
            append(words, "method", method);
            append(words, "path", template);
            append(words, "part", part == 0 ? null : part);
            append(words, "nth", nth == 0 ? null : nth);
            append(words, "times", limit);
            append(words, "sometimes", random == null ? null : probability);
            return words + ":" + fault;
        }

        private static void append(StringJoiner words, String name, Object value) {
            if (value != null) {
                words.add(name + "=" + value);
            }
        }

        private boolean happens() {
            return probability == 1 || random.nextDouble() < probability;
        }
    }
}
