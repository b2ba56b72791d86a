// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.handler.VideoDelays;
import io.github.camelapivideo.simulator.server.SimulatorSettings;
import io.github.camelapivideo.simulator.store.VideoLife;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings of a simulator, with their defaults. For one thread.
 *
 * @param <B> the type of the builder
 */
abstract class SettingsBuilder<B extends SettingsBuilder<B>> extends ChoicesBuilder<B> {

    private int port;
    private Path directory;
    private String apiKey = "simulatorApiKey";
    private Duration tokenLifetime = Duration.ofHours(1);
    private RateLimits rateLimits = RateLimits.none();
    private int wrongKeyStatus = 400;
    private Duration assemblyTime = Duration.ZERO;
    private Duration encodingTime = Duration.ZERO;
    private Duration importTime = Duration.ZERO;
    private EncodingScript encoding = EncodingScript.ofHeight(720);
    private boolean videoRestore;
    private Duration listLag = Duration.ZERO;
    private Duration recordLag = Duration.ZERO;
    private Duration visibleAfter = Duration.ZERO;
    private Duration summaryTime = Duration.ZERO;
    private Duration webhookRetryInterval = Duration.ofSeconds(3);
    private Clock clock = Clock.systemUTC();
    private Consumer<RecordedRequest> listener = request -> {};

    SettingsBuilder() {}

    /** The port; default is 0, any free port. */
    public B port(int value) {
        port = value;
        return self();
    }

    /** The directory for received files, which are kept after the end; default is a temporary folder. */
    public B directory(Path value) {
        directory = value;
        return self();
    }

    /** The key of the account; default is "simulatorApiKey". */
    public B apiKey(String value) {
        apiKey = Objects.requireNonNull(value, "apiKey");
        return self();
    }

    /** The life of an access token; default is an hour. */
    public B tokenLifetime(Duration value) {
        tokenLifetime = Objects.requireNonNull(value, "tokenLifetime");
        return self();
    }

    /** The rate limits; default is {@link RateLimits#none()}. */
    public B rateLimits(RateLimits value) {
        rateLimits = Objects.requireNonNull(value, "rateLimits");
        return self();
    }

    /**
     * The HTTP status for a wrong key or refresh token: 400 by the API description, 401 by the guides. Default is
     * 400.
     */
    public B wrongKeyStatus(int value) {
        wrongKeyStatus = value;
        return self();
    }

    /**
     * How long the status of a video says {@code uploading} after its last byte arrived, as while the service
     * assembles the parts; default is zero.
     */
    public B assemblyTime(Duration value) {
        assemblyTime = Objects.requireNonNull(value, "assemblyTime");
        return self();
    }

    /** How videos are encoded; by default a source of 720 lines at once. */
    public B encoding(EncodingScript value) {
        encoding = Objects.requireNonNull(value, "encoding");
        return self();
    }

    /** How long a container with a source says {@code ingesting}; default is zero. */
    public B importTime(Duration value) {
        importTime = Objects.requireNonNull(value, "importTime");
        return self();
    }

    /**
     * Whether the account has the feature Video Restore: a deletion then only discards a video, which can be restored for
     * 90 days. Default is false.
     */
    public B videoRestore(boolean value) {
        videoRestore = value;
        return self();
    }

    /** How much later each quality is encoded than {@link #encoding} says; default is zero. */
    public B encodingTime(Duration value) {
        encodingTime = Objects.requireNonNull(value, "encodingTime");
        return self();
    }

    /**
     * How long the list of videos lacks a new container, as with a search index that lags; default is zero.
     */
    public B listLag(Duration value) {
        listLag = Objects.requireNonNull(value, "listLag");
        return self();
    }

    /**
     * The age of every status: it shows what had arrived this long ago, as if read from a replica; default is
     * zero.
     */
    public B recordLag(Duration value) {
        recordLag = Objects.requireNonNull(value, "recordLag");
        return self();
    }

    /**
     * How long requests that name a new container are answered 404; default is zero. For the list see
     * {@link #listLag}.
     */
    public B visibleAfter(Duration value) {
        visibleAfter = Objects.requireNonNull(value, "visibleAfter");
        return self();
    }

    /** The time from the last byte of a video, or the later request, until its summary is generated; default is zero. */
    public B summaryTime(Duration value) {
        summaryTime = Objects.requireNonNull(value, "summaryTime");
        return self();
    }

    /** The time between the tries to deliver an event to a webhook; default is 3 seconds. */
    public B webhookRetryInterval(Duration value) {
        webhookRetryInterval = Objects.requireNonNull(value, "webhookRetryInterval");
        return self();
    }

    /**
     * The clock for tokens, limits, encoding and the {@code Date} of answers; default is the system's. A clock that is
     * ahead: {@code Clock.offset(Clock.systemUTC(), Duration.ofHours(2))}.
     */
    public B clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return self();
    }

    /** Receives every request just before its answer is sent, on the thread that answers. */
    public B onRequest(Consumer<RecordedRequest> value) {
        listener = Objects.requireNonNull(value, "onRequest");
        return self();
    }

    /** The settings, validated. */
    final SimulatorSettings settings() {
        return new SimulatorSettings(
                port,
                Optional.ofNullable(directory),
                apiKey,
                tokenLifetime,
                wrongKeyStatus,
                rateLimits,
                new VideoDelays(listLag, recordLag, summaryTime),
                new VideoLife(visibleAfter, assemblyTime, importTime, encoding, encodingTime, videoRestore),
                webhookRetryInterval,
                choices(),
                clock,
                listener);
    }
}
