// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.cli;

import io.github.camelapivideo.simulator.fault.Faults;
import io.github.camelapivideo.simulator.rule.FaultRule;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Help;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The command line options for faults. */
final class FaultOptions {

    @Option(
            names = "--fault",
            paramLabel = "RULE",
            description =
                    "A fault, in the form described below. Can be given several times; the first rule that applies "
                            + "to a request counts.",
            converter = RuleConverter.class,
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
        return "%nFaults, such as source+delegated,part=2,times=1:status=503%n%s%n%s"
                .formatted(help.createTextTable(FaultRule.words()), help.createTextTable(FaultRule.faults()));
    }

    /** Reads a rule, and names what is allowed if it is wrong. */
    private static final class RuleConverter implements ITypeConverter<FaultRule> {
        @Override
        public FaultRule convert(String text) {
            try {
                return FaultRule.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
