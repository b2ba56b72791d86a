// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.problem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The attributes that a JSON body may have. Refuses others, and values of the wrong kind.
 *
 * @param known the demands on the values, by attribute; the first that is not met is the problem
 * @param required the attributes without which nothing can be made; a null or an empty text counts as missing
 */
public record AttributeRules(Map<String, List<Demand>> known, List<String> required) {

    /** @param demand the service's text when the rule is broken, behind the name of the attribute */
    public record Demand(Predicate<Object> met, String demand) {

        public static Demand of(Predicate<Object> met, String demand) {
            return new Demand(met, demand);
        }

        /** Demands a list whose entries are all among some texts. */
        public static Demand someOf(List<String> allowed) {
            return of(
                    value -> value instanceof List<?> list && allowed.containsAll(list),
                    "must be an array with nothing but " + allowed);
        }

        /** The same demand, which null also meets. */
        public Demand orNull() {
            return of(value -> value == null || met.test(value), demand);
        }
    }

    public static final Demand TEXT = Demand.of(String.class::isInstance, "must be a string");
    public static final Demand FLAG = Demand.of(Boolean.class::isInstance, "must be a boolean");
    public static final Demand ARRAY = Demand.of(List.class::isInstance, "must be an array");
    public static final Demand OBJECT = Demand.of(Map.class::isInstance, "must be an object");

    public static AttributeRules of(Map<String, List<Demand>> known) {
        return new AttributeRules(known, List.of());
    }

    /** These rules and more attributes. */
    public AttributeRules and(Map<String, List<Demand>> others) {
        Map<String, List<Demand>> all = new LinkedHashMap<>(known);
        all.putAll(others);
        return new AttributeRules(all, required);
    }

    /** The same rules, with attributes that must be there. */
    public AttributeRules requiring(String... names) {
        return new AttributeRules(known, List.of(names));
    }

    /** Returns the body if it obeys the rules; otherwise refuses it, and lists all problems. */
    public Map<String, Object> check(Map<String, Object> body) {
        List<Problem> problems = new ArrayList<>();
        required.stream()
                .filter(name -> isMissing(body, name))
                .map(name ->
                        ProblemType.ATTRIBUTE_REQUIRED.problem(name, "The \"" + name + "\" attribute is required."))
                .forEach(problems::add);
        body.forEach((name, value) -> {
            if (!required.contains(name) || !isMissing(body, name)) {
                problems.addAll(problems(name, value));
            }
        });
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return body;
    }

    private static boolean isMissing(Map<String, Object> body, String name) {
        return body.get(name) == null || "".equals(body.get(name));
    }

    private List<Problem> problems(String name, Object value) {
        return known.getOrDefault(name, List.of(Demand.of(any -> false, "is not known or cannot be set"))).stream()
                .filter(rule -> !rule.met().test(value))
                .limit(1)
                .map(rule -> ProblemType.INVALID_ATTRIBUTE.problem(
                        name, "The \"" + name + "\" attribute " + rule.demand() + "."))
                .toList();
    }
}
