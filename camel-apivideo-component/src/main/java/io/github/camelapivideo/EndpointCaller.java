// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.List;

/** Finds the caller that asks Camel for an endpoint, in the call stack: Camel does not pass it to components. */
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
     * Returns true if one of Camel's processors asks, with a URI that it has evaluated for an exchange: toD, recipientList,
     * routingSlip, dynamicRouter, enrich, a dynamic wireTap. False for a route that is being built, a ProducerTemplate
     * and the application's own code, which pass a URI as written. The nearest caller counts.
     *
     * @param component the caller of this method
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
