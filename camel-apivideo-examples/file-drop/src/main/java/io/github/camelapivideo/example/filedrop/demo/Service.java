// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.util.Map;
import java.util.Optional;

/** The service that receives the videos: the simulator or the real sandbox. The caller closes it. */
interface Service extends AutoCloseable {

    /** Returns the name of the service for the screen. */
    String description();

    /** Returns the properties that override {@code application.properties}. */
    Map<String, String> properties();

    /** Returns what the service recorded of a video; empty if it does not report that or the video is incomplete. */
    Optional<Received> received(String videoId);

    /** Returns whether the service reports what it received. */
    boolean reports();

    @Override
    void close();

    /** A complete video in the service's record. */
    record Received(long length, String sha256) {}
}
