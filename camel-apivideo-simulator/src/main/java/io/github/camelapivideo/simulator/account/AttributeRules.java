// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.problem.Problem;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The attributes that a request may have. Refuses unknown and wrong ones, and lists all problems. Immutable.
 *
 * @param required the attributes that a creation must have
 */
record AttributeRules(Map<String, Rule> rules, List<String> required) {

    private static final Rule UNKNOWN = Rule.of(value -> false, "was not expected");

    static AttributeRules of(Map<String, Rule> rules, String... required) {
        return new AttributeRules(rules, List.of(required));
    }

    /** The same rules for an update, which requires nothing. */
    AttributeRules optional() {
        return new AttributeRules(rules, List.of());
    }

    /** Returns the payload if it obeys the rules; refuses the request otherwise. */
    Map<String, Object> check(Map<String, Object> payload) {
        List<Problem> problems = new ArrayList<>();
        required.stream()
                .filter(name -> isMissing(payload.get(name)))
                .forEach(name -> problems.add(
                        ProblemType.ATTRIBUTE_REQUIRED.problem(name, "The \"" + name + "\" attribute is required.")));
        payload.forEach((name, value) -> {
            if (!(required.contains(name) && isMissing(value))) {
                problems.addAll(rules.getOrDefault(name, UNKNOWN).problems(name, value));
            }
        });
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return payload;
    }

    private static boolean isMissing(Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }
}
