// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.rule;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.fault.Faults;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule of faults as it is typed: {@code source+delegated,part=2,times=1:status=503}.
 *
 * @param text the rule as it was typed
 * @param kinds the kinds of requests; empty for any
 */
public record FaultRule(
        String text, List<RequestKind> kinds, List<BiConsumer<Faults.Rule, RandomGenerator>> conditions, Fault fault) {

    private static final String ANY = "any";

    /** @throws IllegalArgumentException if the text is wrong; names what is allowed */
    public static FaultRule parse(String text) {
        String[] requestsAndFault = text.split(":", 2);
        if (requestsAndFault.length == 1) {
            throw new IllegalArgumentException("allowed is " + usage() + ", such as source,part=2:status=503");
        }
        List<String> requests = Arrays.asList(requestsAndFault[0].split(",", -1));
        return new FaultRule(
                text,
                kinds(requests.get(0)),
                requests.stream().skip(1).map(FaultCondition::parse).toList(),
                NamedFault.parse(requestsAndFault[1]));
    }

    private static List<RequestKind> kinds(String text) {
        return text.equals(ANY)
                ? List.of()
                : Stream.of(text.split("\\+", -1)).map(FaultRule::kind).toList();
    }

    private static RequestKind kind(String text) {
        return Stream.of(RequestKind.values())
                .filter(kind -> kind.typed().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of request \"" + text + "\": allowed are "
                        + kindNames() + ", several with + between"));
    }

    private static String kindNames() {
        return Stream.concat(Stream.of(ANY), Stream.of(RequestKind.values()).map(RequestKind::typed))
                .collect(Collectors.joining(", "));
    }

    private static String usage() {
        return "KIND[+KIND]..."
                + FaultCondition.ALL.stream()
                        .map(condition -> "[," + condition.usage() + "]")
                        .collect(Collectors.joining())
                + ":FAULT";
    }

    /** The words of a rule with their meaning or their allowed values, in the order of the help. */
    public static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("RULE", usage());
        words.put("KIND", kindNames());
        Stream.concat(
                        FaultCondition.ALL.stream().map(FaultCondition::argument),
                        NamedFault.ALL.stream().flatMap(fault -> fault.arguments().stream()))
                .forEach(argument -> words.put(argument.label(), argument.allowed()));
        return words;
    }

    /** The forms of all faults, such as {@code status=CODE}, with what each does, in the order of the help. */
    public static Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        NamedFault.ALL.forEach(fault -> faults.put(fault.usage(), fault.does()));
        return faults;
    }

    /** @param random decides which requests a rule with {@code sometimes} applies to */
    public void addTo(Faults faults, RandomGenerator random) {
        Faults.Rule rule = faults.on(kinds.toArray(RequestKind[]::new)).typedAs(text);
        conditions.forEach(condition -> condition.accept(rule, random));
        rule.then(fault);
    }
}
