// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Faults;
import io.github.camelapivideo.simulator.handler.DeliveryHandlers;
import io.github.camelapivideo.simulator.handler.DiscardedVideoHandlers;
import io.github.camelapivideo.simulator.handler.LoginHandlers;
import io.github.camelapivideo.simulator.handler.UploadHandlers;
import io.github.camelapivideo.simulator.handler.UploadTokenHandlers;
import io.github.camelapivideo.simulator.handler.VideoHandlers;
import io.github.camelapivideo.simulator.injection.FaultInjection;
import io.github.camelapivideo.simulator.route.RouteTable;
import io.github.camelapivideo.simulator.server.LoopbackServer;
import io.github.camelapivideo.simulator.server.SimulatorHandler;
import io.github.camelapivideo.simulator.server.SimulatorSettings;
import io.github.camelapivideo.simulator.store.AccessTokens;
import io.github.camelapivideo.simulator.store.Folders;
import io.github.camelapivideo.simulator.store.RateLimiter;
import io.github.camelapivideo.simulator.store.RequestLog;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.UploadTokens;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An api.video on this machine: it listens on loopback only, keeps what it receives on disk, and tells what it has
 * seen. It holds no video in memory, however large. Thread-safe; who started it closes it.
 */
public final class ApiVideoSimulator implements AutoCloseable {

    private final SimulatorSettings settings;
    private final Path folder;
    private final ExecutorService background = Executors.newSingleThreadExecutor(ApiVideoSimulator::daemon);
    private final LoopbackServer server;
    private final AccessTokens tokens;
    private final UploadTokens uploadTokens;
    private final VideoStore videos;
    private final RateLimiter limiter;
    private final RequestLog log;
    private final Faults faults = new Faults();

    private ApiVideoSimulator(SimulatorSettings settings) {
        this.settings = settings;
        this.folder = settings.directory().map(Folders::create).orElseGet(Folders::createTemporary);
        this.server = new LoopbackServer(settings.port());
        this.tokens = new AccessTokens(
                settings.apiKey(), settings.tokenLifetime(), settings.wrongKeyStatus(), settings.clock());
        this.uploadTokens = new UploadTokens(settings.clock());
        this.videos = new VideoStore(folder, settings.clock(), background, settings.visibleAfter());
        this.limiter = new RateLimiter(settings.rateLimits(), settings.clock());
        this.log = new RequestLog(settings.listener());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "apivideo-simulator-assembly");
        thread.setDaemon(true);
        return thread;
    }

    /** Settings for a simulator. */
    public static Builder builder() {
        return new Builder();
    }

    private void start() throws IOException {
        RouteTable routes = new RouteTable(
                new LoginHandlers(tokens),
                new VideoHandlers(
                        videos,
                        settings.clock(),
                        settings.assemblyTime(),
                        settings.encodingTime(),
                        settings.listLag(),
                        settings.recordLag(),
                        server::uri),
                new DiscardedVideoHandlers(videos, server::uri),
                new UploadHandlers(videos, uploadTokens, tokens, server::uri),
                new UploadTokenHandlers(uploadTokens, server::uri),
                new DeliveryHandlers(videos));
        try {
            server.start(new SimulatorHandler(
                    routes,
                    tokens,
                    limiter,
                    faults,
                    new FaultInjection(videos, tokens, server.door(), settings.clock()),
                    log,
                    Folders.create(folder.resolve("incoming")),
                    settings.clock()));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Where it listens, without a slash at the end. */
    public URI baseUri() {
        return server.uri();
    }

    /** The key of its one account. */
    public String apiKey() {
        return settings.apiKey();
    }

    /** A token for delegated uploads; {@link Duration#ZERO} for one that never expires. Counted in whole seconds. */
    public String createUploadToken(Duration ttl) {
        return uploadTokens.create(Math.toIntExact(ttl.toSeconds())).token();
    }

    /** What goes wrong on purpose; nothing until a rule is added. */
    public Faults faults() {
        return faults;
    }

    /** Whether the account is suspended; it is not at first. */
    public void suspendAccount(boolean suspend) {
        tokens.suspend(suspend);
    }

    /** Ends the life of every access token that was issued. Refresh tokens stay good. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /**
     * Cuts all connections and refuses others until {@link #acceptConnections}. The port stays taken, nothing is
     * forgotten; requests that are being carried out go on, and find nobody to be answered.
     */
    public void refuseConnections() {
        server.door().shut();
    }

    /** Listens again, where it did before. Also ends what {@code Fault.refuseConnectionsFor} has begun. */
    public void acceptConnections() {
        server.door().open();
    }

    /** How many access tokens were issued, for the key or for a refresh token. */
    public int tokensIssued() {
        return tokens.issued();
    }

    /**
     * All requests that have been answered or cut, in the order of their arrival. A request is there before its answer
     * goes out, and one that never gets any when that is certain.
     */
    public List<RecordedRequest> requests() {
        return log.requests();
    }

    /** Those of one kind. */
    public List<RecordedRequest> requests(RequestKind kind) {
        return requests().stream().filter(request -> request.kind() == kind).toList();
    }

    /** How many uploads were under way at once, at most. */
    public int maxConcurrentUploads() {
        return log.mostUploading();
    }

    /** For tests of what is left behind. */
    public int connections() {
        return server.connections();
    }

    /**
     * Discards a container, as somebody does who deletes it where videos can be restored: it is only to be found below
     * {@code /discarded/videos}, and can be restored there.
     *
     * @throws IllegalArgumentException if there is no such container
     */
    public void discard(String videoId) {
        existing(videoId).discard(settings.clock().instant());
    }

    /**
     * Lets the encoding of a container's video fail, as that of a file which is no video does: when the time for it has
     * passed, every quality is {@code failed}, and the video is not playable.
     *
     * @throws IllegalArgumentException if there is no such container
     */
    public void failEncoding(String videoId) {
        existing(videoId).failToEncode();
    }

    private StoredVideo existing(String videoId) {
        return videos.find(videoId).orElseThrow(() -> new IllegalArgumentException("There is no video " + videoId));
    }

    /**
     * All containers that are neither deleted nor discarded, the oldest first. Waits until those that are complete are
     * put together.
     */
    public List<ReceivedVideo> videos() {
        return videos.all().stream().map(StoredVideo::received).toList();
    }

    /**
     * One container; empty if there is none, or if it was deleted or discarded. Waits until it is put together, if
     * complete.
     */
    public Optional<ReceivedVideo> video(String videoId) {
        return videos.find(videoId).map(StoredVideo::received);
    }

    /** The containers that were deleted by a request, in that order. */
    public List<String> deletedVideoIds() {
        return videos.deletedIds();
    }

    /**
     * Forgets videos, upload tokens, requests, faults and counts, begins new rate limit windows, and accepts connections.
     * Access tokens stay good.
     */
    public void reset() {
        acceptConnections();
        faults.reset();
        videos.clear();
        uploadTokens.clear();
        tokens.clear();
        limiter.clear();
        log.clear();
    }

    /** Stops listening. What was received goes too, unless a directory was given for it. */
    @Override
    public void close() {
        try {
            server.stop();
            if (settings.directory().isEmpty()) {
                videos.clear();
            }
            finishBackground();
        } finally {
            Folders.delete(settings.directory().isEmpty() ? folder : folder.resolve("incoming"));
        }
    }

    private void finishBackground() {
        background.shutdown();
        try {
            background.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Settings for a simulator. For one thread. */
    public static final class Builder {
        private int port;
        private Path directory;
        private String apiKey = "simulatorApiKey";
        private Duration tokenLifetime = Duration.ofHours(1);
        private RateLimits rateLimits = RateLimits.none();
        private int wrongKeyStatus = 400;
        private Duration assemblyTime = Duration.ZERO;
        private Duration encodingTime = Duration.ZERO;
        private Duration listLag = Duration.ZERO;
        private Duration recordLag = Duration.ZERO;
        private Duration visibleAfter = Duration.ZERO;
        private Clock clock = Clock.systemUTC();
        private Consumer<RecordedRequest> listener = request -> {};

        private Builder() {}

        /** Default is 0: any free port. */
        public Builder port(int value) {
            port = value;
            return this;
        }

        /** Where received bytes are kept, also after the end; default is a temporary folder. */
        public Builder directory(Path value) {
            directory = value;
            return this;
        }

        /** The key of the account; default is "simulatorApiKey". */
        public Builder apiKey(String value) {
            apiKey = Objects.requireNonNull(value, "apiKey");
            return this;
        }

        /** How long an access token lives; default is an hour. */
        public Builder tokenLifetime(Duration value) {
            tokenLifetime = Objects.requireNonNull(value, "tokenLifetime");
            return this;
        }

        /** Default is {@link RateLimits#none()}. */
        public Builder rateLimits(RateLimits value) {
            rateLimits = Objects.requireNonNull(value, "rateLimits");
            return this;
        }

        /**
         * The status for a wrong key or refresh token: 400 by the API description, the default, or 401 by the guides.
         */
        public Builder wrongKeyStatus(int value) {
            wrongKeyStatus = value;
            return this;
        }

        /**
         * How long the status of a video says {@code uploading} after its last byte came, as the service's does while it
         * puts the parts together; default is zero.
         */
        public Builder assemblyTime(Duration value) {
            assemblyTime = Objects.requireNonNull(value, "assemblyTime");
            return this;
        }

        /** How long a video is not playable after its last byte came; default is zero. */
        public Builder encodingTime(Duration value) {
            encodingTime = Objects.requireNonNull(value, "encodingTime");
            return this;
        }

        /**
         * How long a new container is not in the list of videos, as where a search index comes after; default is zero.
         */
        public Builder listLag(Duration value) {
            listLag = Objects.requireNonNull(value, "listLag");
            return this;
        }

        /**
         * How old the status of a video is: it tells what had arrived this long ago, as where it is read from a copy;
         * default is zero.
         */
        public Builder recordLag(Duration value) {
            recordLag = Objects.requireNonNull(value, "recordLag");
            return this;
        }

        /**
         * How long a new container is not known to requests that name it, which are answered 404; default is zero. The
         * list has {@link #listLag} of its own.
         */
        public Builder visibleAfter(Duration value) {
            visibleAfter = Objects.requireNonNull(value, "visibleAfter");
            return this;
        }

        /**
         * What tells the time to tokens, limits, encoding and the {@code Date} of answers; default is the clock of the
         * system. One that differs: {@code Clock.offset(Clock.systemUTC(), Duration.ofHours(2))}.
         */
        public Builder clock(Clock value) {
            clock = Objects.requireNonNull(value, "clock");
            return this;
        }

        /** Is told of every request just before its answer goes out, by the thread that answers. */
        public Builder onRequest(Consumer<RecordedRequest> value) {
            listener = Objects.requireNonNull(value, "onRequest");
            return this;
        }

        /**
         * A simulator that listens.
         *
         * @throws IOException if the port is taken
         */
        public ApiVideoSimulator start() throws IOException {
            ApiVideoSimulator simulator = new ApiVideoSimulator(new SimulatorSettings(
                    port,
                    Optional.ofNullable(directory),
                    apiKey,
                    tokenLifetime,
                    wrongKeyStatus,
                    rateLimits,
                    assemblyTime,
                    encodingTime,
                    listLag,
                    recordLag,
                    visibleAfter,
                    clock,
                    listener));
            simulator.start();
            return simulator;
        }
    }
}
