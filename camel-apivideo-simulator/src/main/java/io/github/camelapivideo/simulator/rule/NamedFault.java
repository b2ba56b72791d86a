// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.rule;

import static io.github.camelapivideo.simulator.rule.FaultArgument.BYTES;
import static io.github.camelapivideo.simulator.rule.FaultArgument.CODE;
import static io.github.camelapivideo.simulator.rule.FaultArgument.JSON;
import static io.github.camelapivideo.simulator.rule.FaultArgument.POINTER;
import static io.github.camelapivideo.simulator.rule.FaultArgument.RATE;
import static io.github.camelapivideo.simulator.rule.FaultArgument.SLUG;
import static io.github.camelapivideo.simulator.rule.FaultArgument.TIME;
import static io.github.camelapivideo.simulator.rule.FaultArgument.URL;

import io.github.camelapivideo.simulator.fault.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A fault as it is typed. Help and errors come from the same table.
 *
 * @param name the name of its factory in {@link Fault}
 * @param does its description in the help
 */
record NamedFault(String name, List<FaultArgument<?>> arguments, String does, Function<List<String>, Fault> factory) {

    static final List<NamedFault> ALL = List.of(
            of("none", "Does nothing; later rules do not apply", Fault::none),
            of("status", CODE, "Answers CODE, does not process", Fault::status),
            of("problem", CODE, SLUG, "Refuses as the service does", Fault::problem),
            of("tooManyRequests", "Answers 429 without the time to retry", Fault::tooManyRequests),
            of("tooManyRequests", TIME, "Answers 429 with the time to retry", Fault::tooManyRequests),
            of("retryAt", CODE, TIME, "Answers CODE and the date to retry", Fault::retryAt),
            of("html", CODE, "Answers a page, does not process", Fault::html),
            of("redirect", URL, "Redirects with a 307", Fault::redirect),
            of("answerAfterProcessing", CODE, "Processes, then answers an error", Fault::answerAfterProcessing),
            of("htmlAfterProcessing", CODE, "Processes, then answers a page", Fault::htmlAfterProcessing),
            of("malformedJson", CODE, "Processes, then answers broken JSON", Fault::malformedJson),
            of("emptyBody", CODE, "Processes, then answers no body", Fault::emptyBody),
            of("alterAnswer", POINTER, JSON, "Answers with JSON at POINTER", Fault::alterAnswer),
            of("leaveOutOfAnswer", POINTER, "Answers without the value at POINTER", Fault::leaveOutOfAnswer),
            of("oversizedAnswer", BYTES, "Processes, then answers BYTES of JSON", Fault::oversizedAnswer),
            of("truncateAnswer", "Sends half of the answer", Fault::truncateAnswer),
            of("trickleAnswer", TIME, "Sends a byte of the answer each TIME", Fault::trickleAnswer),
            of("repeatRequest", "Processes twice, sends the second answer", Fault::repeatRequest),
            of("loseAnswer", "Processes, then resets the connection", Fault::loseAnswer),
            of("closeAfterAnswer", "Answers, then closes the connection", Fault::closeAfterAnswer),
            of("resetOnReuse", "Answers, then resets on the next request", Fault::resetOnReuse),
            of("stallAnswer", "Processes, never answers", Fault::stallAnswer),
            of("stallBeforeProcessing", "Reads, never answers", Fault::stallBeforeProcessing),
            of("stallDuringBody", BYTES, "Reads BYTES of the body, never answers", Fault::stallDuringBody),
            of("slowBody", RATE, "Reads RATE bytes of the body a second", Fault::slowBody),
            of("resetBeforeBody", "Resets the connection before the body", Fault::resetBeforeBody),
            of("resetDuringBody", BYTES, "Resets the connection after BYTES of the body", Fault::resetDuringBody),
            of("closeDuringBody", BYTES, "Closes the connection after BYTES of the body", Fault::closeDuringBody),
            of("answerEarly", CODE, BYTES, "Answers CODE after BYTES, reads the rest", Fault::answerEarly),
            of("answerEarlyThenReset", CODE, BYTES, "The same, then resets", Fault::answerEarlyThenReset),
            of("answerEarlyThenStall", CODE, BYTES, "The same, does not read the rest", Fault::answerEarlyThenStall),
            of("refuseConnectionsFor", TIME, "Cuts and refuses all connections", Fault::refuseConnectionsFor),
            of("delay", TIME, "Waits, then processes", Fault::delay),
            of("deleteContainer", "Deletes the container before processing", Fault::deleteContainer),
            of("expireTokens", "Expires access tokens before processing", Fault::expireTokens));

    private static NamedFault of(String name, String does, Supplier<Fault> factory) {
        return new NamedFault(name, List.of(), does, texts -> factory.get());
    }

    private static <T> NamedFault of(String name, FaultArgument<T> argument, String does, Function<T, Fault> factory) {
        return new NamedFault(
                name, List.of(argument), does, texts -> factory.apply(argument.parse(name, texts.get(0))));
    }

    private static <T, U> NamedFault of(
            String name,
            FaultArgument<T> first,
            FaultArgument<U> second,
            String does,
            BiFunction<T, U, Fault> factory) {
        return new NamedFault(
                name,
                List.of(first, second),
                does,
                texts -> factory.apply(first.parse(name, texts.get(0)), second.parse(name, texts.get(1))));
    }

    /**
     * @param text such as {@code problem=400,invalid-attribute}
     * @throws IllegalArgumentException if the text is wrong; names what is allowed
     */
    static Fault parse(String text) {
        String[] nameAndArguments = text.split("=", 2);
        List<NamedFault> forms = named(nameAndArguments[0]);
        List<String> arguments = nameAndArguments.length == 1 ? List.of() : split(nameAndArguments[1], forms);
        return forms.stream()
                .filter(form -> form.arguments.size() == arguments.size())
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("\"" + text + "\": allowed is " + usages(forms, " or ")))
                .factory
                .apply(arguments);
    }

    private static List<NamedFault> named(String name) {
        List<NamedFault> forms =
                ALL.stream().filter(fault -> fault.name.equals(name)).toList();
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("no fault \"" + name + "\": allowed are " + usages(ALL, ", "));
        }
        return forms;
    }

    // The last argument may contain commas, as URLs do.
    private static List<String> split(String arguments, List<NamedFault> forms) {
        int most = forms.stream().mapToInt(form -> form.arguments.size()).max().orElseThrow();
        return Arrays.asList(arguments.split(",", Math.max(1, most)));
    }

    private static String usages(List<NamedFault> faults, String separator) {
        return faults.stream().map(NamedFault::usage).collect(Collectors.joining(separator));
    }

    /** Its form in the help, such as {@code problem=CODE,SLUG}. */
    String usage() {
        return arguments.isEmpty()
                ? name
                : name + "=" + arguments.stream().map(FaultArgument::label).collect(Collectors.joining(","));
    }
}
