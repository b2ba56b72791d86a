// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import java.nio.file.Path;

/**
 * What a Java client runs on.
 *
 * @param label in words
 * @param javaHome the JDK's directory
 * @param conscrypt true if Conscrypt's TLS takes the place of the JDK's
 */
public record Platform(String label, Path javaHome, boolean conscrypt) {

    /** The JDK of this process. */
    public static final Platform OWN =
            of(Path.of(System.getProperty("java.home")), Runtime.version().feature(), false);

    /** A JDK. */
    public static Platform of(Path javaHome, int feature, boolean conscrypt) {
        return new Platform("JDK " + feature + (conscrypt ? ", Conscrypt" : ""), javaHome, conscrypt);
    }

    Path java() {
        return javaHome.resolve("bin").resolve("java");
    }
}
