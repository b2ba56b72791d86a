// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.problem;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A rule of the contract that requests can break.
 *
 * @param <T> the subject of the rule
 * @param name the parameter to blame
 */
public record ContractRule<T>(ProblemType type, String name, Predicate<T> broken, Function<T, String> detail) {

    /** Refuses a subject that breaks a rule, with the problem of the first broken rule. */
    public static <T> void check(List<ContractRule<T>> rules, T subject) {
        rules.stream().filter(rule -> rule.broken().test(subject)).findFirst().ifPresent(rule -> {
            throw rule.type().because(rule.name(), rule.detail().apply(subject));
        });
    }
}
