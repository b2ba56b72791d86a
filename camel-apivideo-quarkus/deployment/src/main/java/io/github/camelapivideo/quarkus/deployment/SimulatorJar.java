// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The simulator's classes with all that they need, apart from the application's: the platform of an application chooses
 * the versions of everything that an extension depends on, and the simulator does not run on every Jetty. Its opener
 * closes it.
 */
final class SimulatorJar implements AutoCloseable {

    private final Path copy;
    private final URLClassLoader classes;

    private SimulatorJar(Path copy) throws IOException {
        this.copy = copy;
        this.classes = new URLClassLoader(new URL[] {copy.toUri().toURL()}, new OnlyLogging());
    }

    /** A copy of the jar that the build has put beside this class. */
    static SimulatorJar open() throws IOException {
        try (InputStream jar = SimulatorJar.class.getResourceAsStream("simulator.jar")) {
            if (jar == null) {
                throw new FileNotFoundException("simulator.jar: Maven's build puts it beside " + SimulatorJar.class);
            }
            Path copy = Files.createTempFile("apivideo-simulator", ".jar");
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            return new SimulatorJar(copy);
        }
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return classes.loadClass(name);
    }

    @Override
    public void close() throws IOException {
        classes.close();
        Files.deleteIfExists(copy);
    }

    /** The JDK, and SLF4J as the application has it, so that there is one log. */
    private static final class OnlyLogging extends ClassLoader {
        OnlyLogging() {
            super(ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.slf4j.")) {
                return SimulatorJar.class.getClassLoader().loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }
    }
}
