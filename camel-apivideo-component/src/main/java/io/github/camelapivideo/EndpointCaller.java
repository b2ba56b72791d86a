// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.List;

/** Finds out what asks for an endpoint while it is made. Camel does not say so to components; the call stack does. */
final class EndpointCaller {

    private static final StackWalker STACK = StackWalker.getInstance();

    private static final String CAMEL = "org.apache.camel.";
    private static final String PROCESSORS = CAMEL + "processor.";
    private static final String RESOLVER = CAMEL + "support.ExchangeHelper";
    private static final String TEMPLATE = "ProducerTemplate";
    private static final List<String> PLUMBING = List.of(
            EndpointCaller.class.getName(),
            CAMEL,
            "org.springframework.",
            "io.quarkus.",
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.");

    private EndpointCaller() {}

    /**
     * True if one of Camel's processors asks, with a URI that it has evaluated for an exchange: toD, recipientList,
     * routingSlip, dynamicRouter, enrich, a dynamic wireTap. False for a route that is being built, a ProducerTemplate
     * and the application's own code, which hand over a URI as it was written; the nearest of them counts.
     *
     * @param component makes the endpoint, and calls this
     */
    static boolean isProcessor(Class<?> component) {
        return STACK.walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(caller -> !caller.startsWith(component.getName()))
                .filter(caller -> isProcessor(caller) || handsOverWhatWasWritten(caller))
                .findFirst()
                .filter(EndpointCaller::isProcessor)
                .isPresent());
    }

    private static boolean isProcessor(String caller) {
        return caller.startsWith(PROCESSORS) || caller.equals(RESOLVER);
    }

    private static boolean handsOverWhatWasWritten(String caller) {
        return caller.startsWith(CAMEL)
                ? caller.contains(TEMPLATE)
                : PLUMBING.stream().noneMatch(caller::startsWith);
    }
}
