// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.rule;

import io.github.camelapivideo.simulator.fault.Faults;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A condition of a fault rule as it is typed. Help and errors come from the same table. */
record FaultCondition<T>(String name, FaultArgument<T> argument, Setter<T> setter) {

    /** Narrows a rule. */
    interface Setter<T> {
        void set(Faults.Rule rule, T value, RandomGenerator random);
    }

    static final List<FaultCondition<?>> ALL = List.of(
            new FaultCondition<>("method", FaultArgument.METHOD, (rule, method, random) -> rule.method(method)),
            new FaultCondition<>("path", FaultArgument.PATH, (rule, path, random) -> rule.path(path)),
            new FaultCondition<>("part", FaultArgument.COUNT, (rule, number, random) -> rule.part(number)),
            new FaultCondition<>("nth", FaultArgument.COUNT, (rule, place, random) -> rule.nth(place)),
            new FaultCondition<>("times", FaultArgument.COUNT, (rule, times, random) -> rule.times(times)),
            new FaultCondition<>("sometimes", FaultArgument.PROBABILITY, Faults.Rule::sometimes));

    /**
     * @param text such as {@code part=2}
     * @throws IllegalArgumentException if the text is wrong; names what is allowed
     */
    static BiConsumer<Faults.Rule, RandomGenerator> parse(String text) {
        String[] nameAndValue = text.split("=", 2);
        return ALL.stream()
                .filter(condition -> nameAndValue.length == 2 && condition.name.equals(nameAndValue[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + text + "\": allowed are " + usages()))
                .read(nameAndValue[1]);
    }

    private static String usages() {
        return ALL.stream().map(FaultCondition::usage).collect(Collectors.joining(", "));
    }

    private BiConsumer<Faults.Rule, RandomGenerator> read(String text) {
        T value = argument.parse(name, text);
        return (rule, random) -> setter.set(rule, value, random);
    }

    /** Its form in the help, such as {@code part=N}. */
    String usage() {
        return name + "=" + argument.label();
    }
}
