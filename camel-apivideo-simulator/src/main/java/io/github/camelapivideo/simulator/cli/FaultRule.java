// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.cli;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.fault.Faults;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A rule of faults as it is typed: {@code source+delegated,part=2,times=1:status=503}.
 *
 * @param kinds the kinds of requests; empty for any
 */
record FaultRule(List<RequestKind> kinds, List<BiConsumer<Faults.Rule, RandomGenerator>> conditions, Fault fault) {

    private static final String ANY = "any";

    /** Converts the option of the command line. */
    static final class Converter implements ITypeConverter<FaultRule> {
        @Override
        public FaultRule convert(String text) {
            return parse(text);
        }
    }

    /** @throws TypeConversionException if the text is wrong; names what is allowed */
    static FaultRule parse(String text) {
        String[] requestsAndFault = text.split(":", 2);
        if (requestsAndFault.length == 1) {
            throw new TypeConversionException("allowed is " + usage() + ", such as source,part=2:status=503");
        }
        List<String> requests = Arrays.asList(requestsAndFault[0].split(",", -1));
        return new FaultRule(
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
                .filter(kind -> name(kind).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("no kind of request \"" + text + "\": allowed are "
                        + kindNames() + ", several with + between"));
    }

    private static String name(RequestKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String kindNames() {
        return Stream.concat(Stream.of(ANY), Stream.of(RequestKind.values()).map(FaultRule::name))
                .collect(Collectors.joining(", "));
    }

    static String usage() {
        return "KIND[+KIND]..."
                + FaultCondition.ALL.stream()
                        .map(condition -> "[," + condition.usage() + "]")
                        .collect(Collectors.joining())
                + ":FAULT";
    }

    /** @param random decides which requests a rule with {@code sometimes} applies to */
    void addTo(Faults faults, RandomGenerator random) {
        Faults.Rule rule = faults.on(kinds.toArray(RequestKind[]::new));
        conditions.forEach(condition -> condition.accept(rule, random));
        rule.then(fault);
    }
}
