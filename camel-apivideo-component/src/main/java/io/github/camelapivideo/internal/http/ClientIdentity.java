// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The name and version of this client in the form that the service's own clients send. Immutable.
 *
 * @param value a name and a version of up to three numbers
 */
record ClientIdentity(String value) {

    static final String HEADER = "AV-Origin-Client";

    /** Returns the identity of this build. */
    static ClientIdentity ofThisBuild() {
        Properties build = new Properties();
        try (InputStream in = ClientIdentity.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ClientIdentity(
                "camel-apivideo:" + build.getProperty("version").replaceFirst("[^\\d.].*", ""));
    }
}
