// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.util.Map;
import java.util.Optional;

/** Where the videos go: the simulator, or the real sandbox. Who opens it closes it. */
interface Service extends AutoCloseable {

    /** What it is, for people. */
    String description();

    /** What Camel has to know to reach it, over what {@code application.properties} says. */
    Map<String, String> properties();

    /** What arrived, as the service itself recorded it; empty if it does not tell. */
    Optional<Received> received(String videoId);

    /** Whether {@link #received} can be asked at all. */
    boolean tells();

    @Override
    void close();

    /** A complete video as the service has it. */
    record Received(long length, String sha256) {}
}
