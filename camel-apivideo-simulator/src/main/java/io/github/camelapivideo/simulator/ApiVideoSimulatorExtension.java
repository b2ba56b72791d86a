// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit 5 tests a simulator: {@code @ExtendWith(ApiVideoSimulatorExtension.class)} and a parameter of type
 * {@link ApiVideoSimulator}. Each test has one of its own, which ends with the test.
 */
public final class ApiVideoSimulatorExtension implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ApiVideoSimulatorExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == ApiVideoSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> new Running(), Running.class)
                .simulator;
    }

    /** Ended by JUnit together with the test. */
    private static final class Running implements AutoCloseable {
        private final ApiVideoSimulator simulator;

        Running() {
            try {
                simulator = ApiVideoSimulator.builder().start();
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            simulator.close();
        }
    }
}
