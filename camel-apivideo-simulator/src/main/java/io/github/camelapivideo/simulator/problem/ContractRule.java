// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.problem;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One thing that the contract forbids.
 *
 * @param <T> what is judged
 * @param name of the parameter that is to blame
 */
public record ContractRule<T>(ProblemType type, String name, Predicate<T> broken, Function<T, String> detail) {

    /** Refuses what breaks one of the rules; the first that is broken is told. */
    public static <T> void check(List<ContractRule<T>> rules, T subject) {
        rules.stream().filter(rule -> rule.broken().test(subject)).findFirst().ifPresent(rule -> {
            throw rule.type().because(rule.name(), rule.detail().apply(subject));
        });
    }
}
