// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives JUnit tests a simulator, as a parameter of type {@link ApiVideoSimulator}.
 *
 * <p>A parameter of a test or of its {@code @BeforeEach} is a simulator for that test. A parameter of the constructor
 * or of {@code @BeforeAll} is one simulator for the class, which is reset before each test. JUnit closes it with the
 * test or the class; that needs JUnit 5.13.
 *
 * <pre>{@code
 * @ExtendWith(ApiVideoSimulatorExtension.class)      // or, with other settings:
 * @RegisterExtension
 * static final ApiVideoSimulatorExtension SIMULATOR =
 *         ApiVideoSimulatorExtension.with(settings -> settings.rateLimits(RateLimits.sandbox()));
 * }</pre>
 */
public final class ApiVideoSimulatorExtension implements ParameterResolver, BeforeEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(ApiVideoSimulatorExtension.class);

    private final Consumer<ApiVideoSimulator.Builder> settings;

    /** Starts simulators with the default settings. For {@code @ExtendWith}. */
    public ApiVideoSimulatorExtension() {
        this(builder -> {});
    }

    private ApiVideoSimulatorExtension(Consumer<ApiVideoSimulator.Builder> settings) {
        this.settings = settings;
    }

    /** Starts simulators with other settings. For {@code @RegisterExtension}. */
    public static ApiVideoSimulatorExtension with(Consumer<ApiVideoSimulator.Builder> settings) {
        return new ApiVideoSimulatorExtension(settings);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        Optional.ofNullable(test.getStore(NAMESPACE).get(Running.class, Running.class))
                .filter(running -> running.owner != test)
                .ifPresent(running -> running.simulator.reset());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ApiVideoSimulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> new Running(context, settings), Running.class)
                .simulator;
    }

    /** JUnit closes it with the test or the class that owns it. */
    private static final class Running implements AutoCloseable {
        private final ExtensionContext owner;
        private final ApiVideoSimulator simulator;

        Running(ExtensionContext owner, Consumer<ApiVideoSimulator.Builder> settings) {
            this.owner = owner;
            ApiVideoSimulator.Builder builder = ApiVideoSimulator.builder();
            settings.accept(builder);
            try {
                simulator = builder.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            simulator.close();
        }
    }
}
