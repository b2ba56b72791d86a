// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.cli;

import io.github.camelapivideo.simulator.fault.Faults;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;

/** The command line options for faults. */
final class FaultOptions {

    @Option(
            names = "--fault",
            paramLabel = "RULE",
            description =
                    "A fault, in the form described below. Can be given several times; the first rule that applies "
                            + "to a request counts.",
            converter = FaultRule.Converter.class,
            showDefaultValue = Help.Visibility.NEVER)
    private List<FaultRule> rules = new ArrayList<>();

    @Option(
            names = "--seed",
            description = "Makes \"sometimes\" choose the same requests again if they come in the same order. "
                    + "Default is a random seed, which is printed.",
            showDefaultValue = Help.Visibility.NEVER)
    private long seed = new Random().nextLong();

    void addTo(Faults faults) {
        RandomGenerator random = new Random(seed);
        rules.forEach(rule -> rule.addTo(faults, random));
    }

    /** Prints the seed, if there are rules. */
    void printSeed(PrintWriter out) {
        if (!rules.isEmpty()) {
            out.println("Seed:     " + seed);
        }
    }

    /** The part of the help about rules. */
    static String explain(Help help) {
        Map<String, String> faults = new LinkedHashMap<>();
        NamedFault.ALL.forEach(fault -> faults.put(fault.usage(), fault.does()));
        Map<String, String> rule = new LinkedHashMap<>();
        rule.put("RULE", FaultRule.usage());
        rule.put("KIND", FaultRule.kindNames());
        arguments().forEach(argument -> rule.put(argument.label(), argument.allowed()));
        return "%nFaults, such as source+delegated,part=2,times=1:status=503%n%s%n%s"
                .formatted(help.createTextTable(rule), help.createTextTable(faults));
    }

    private static Stream<FaultArgument<?>> arguments() {
        return Stream.concat(
                FaultCondition.ALL.stream().map(FaultCondition::argument),
                NamedFault.ALL.stream().flatMap(fault -> fault.arguments().stream()));
    }
}
