// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.problem.Problem;
import io.github.camelapivideo.simulator.problem.ProblemType;
import java.util.List;
import java.util.function.Predicate;

/** What the service demands of the value of an attribute. */
@FunctionalInterface
interface Rule {

    Rule TEXT = of(String.class::isInstance, "must be a string");
    Rule FLAG = of(Boolean.class::isInstance, "must be a boolean");

    /** The problems of a value; empty if it is right. */
    List<Problem> problems(String name, Object value);

    /** @param demand the service's text when the rule is broken, without the name of the attribute */
    static Rule of(Predicate<Object> met, String demand) {
        return (name, value) -> met.test(value)
                ? List.of()
                : List.of(
                        ProblemType.INVALID_ATTRIBUTE.problem(name, "The \"" + name + "\" attribute " + demand + "."));
    }

    /** A list whose entries are all among some texts. */
    static Rule someOf(List<String> allowed) {
        return of(
                value -> value instanceof List<?> list && allowed.containsAll(list),
                "must be an array with nothing but " + allowed);
    }
}
