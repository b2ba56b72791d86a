// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import io.quarkus.deployment.builditem.Startable;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;

/**
 * The simulator as a Dev Service: Quarkus starts it, keeps it over live reloads, and closes it in dev mode. After tests it
 * does not, so whatever still runs at the end of the JVM ends itself.
 */
final class SimulatorDevService implements Startable {

    private final int port;
    private final Thread atExit = new Thread(this::release, "apivideo-simulator-exit");
    private SimulatorJar jar;
    private AutoCloseable simulator;

    /** @param port 0 for any free one */
    SimulatorDevService(int port) {
        this.port = port;
    }

    @Override
    public void start() {
        try {
            Runtime.getRuntime().addShutdownHook(atExit);
            jar = SimulatorJar.open();
            Object builder = call(jar.load("io.github.camelapivideo.simulator.ApiVideoSimulator"), null, "builder");
            builder.getClass().getMethod("port", int.class).invoke(builder, port);
            simulator = (AutoCloseable) call(builder.getClass(), builder, "start");
        } catch (InvocationTargetException e) {
            throw notStarted("does not start; quarkus.camel-apivideo.devservices.port=" + port, e.getCause());
        } catch (IOException | ReflectiveOperationException e) {
            throw notStarted("cannot be loaded", e);
        }
    }

    private IllegalStateException notStarted(String why, Throwable cause) {
        IllegalStateException failure = new IllegalStateException("The simulator of api.video " + why, cause);
        try {
            close();
        } catch (IllegalStateException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    @Override
    public String getConnectionInfo() {
        return tell("baseUri");
    }

    String apiKey() {
        return tell("apiKey");
    }

    /** None: it is no container. */
    @Override
    public String getContainerId() {
        return null;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM ends already; then the hook releases what is left.
            return;
        }
        release();
    }

    private void release() {
        try {
            if (simulator != null) {
                simulator.close();
            }
            if (jar != null) {
                jar.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException("The simulator of api.video does not end", e);
        }
    }

    private String tell(String name) {
        try {
            return call(simulator.getClass(), simulator, name).toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Class<?> type, Object target, String method) throws ReflectiveOperationException {
        return type.getMethod(method).invoke(target);
    }
}
