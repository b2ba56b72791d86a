// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.fault.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * An api.video on this machine: it listens on loopback only, keeps what it receives on disk, and tells what it has
 * seen. Thread-safe; who started it closes it.
 */
public final class ApiVideoSimulator implements AutoCloseable {

    private final Builder settings;
    private final Path folder;
    private final Server server = new Server();
    private final ServerConnector connector;
    private final AccessTokens tokens;
    private final VideoStore videos;
    private final UploadTokens uploadTokens;
    private final Faults faults = new Faults();
    private final RequestLog log;
    private volatile boolean suspended;

    private ApiVideoSimulator(Builder settings) {
        this.settings = settings;
        this.folder = folder(settings.directory);
        this.tokens =
                new AccessTokens(settings.apiKey, settings.tokenLifetime, settings.wrongKeyStatus, settings.clock);
        this.videos = new VideoStore(folder, settings.clock);
        this.uploadTokens = new UploadTokens(settings.clock);
        this.log = new RequestLog(settings.listener);
        this.connector = connector();
        server.addConnector(connector);
        server.setHandler(new SimulatorHandler(
                new Routes(
                        new Service(tokens, videos, uploadTokens, settings.clock, this::baseUri), new Delivery(videos)),
                tokens,
                new RateLimiter(settings.rateLimits, settings.clock),
                faults,
                log,
                folder,
                () -> suspended));
    }

    /** Settings for a simulator. */
    public static Builder builder() {
        return new Builder();
    }

    private static Path folder(Path wanted) {
        try {
            return wanted == null ? Files.createTempDirectory("apivideo-simulator-") : Files.createDirectories(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerConnector connector() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setOutputBufferSize(64 * 1024);
        HttpConnectionFactory factory = new HttpConnectionFactory(http);
        factory.setInputBufferSize(64 * 1024);
        ServerConnector loopback = new ServerConnector(server, factory);
        loopback.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        loopback.setPort(settings.port);
        loopback.setIdleTimeout(Duration.ofMinutes(5).toMillis());
        return loopback;
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (IOException e) {
            close();
            throw e;
        } catch (Exception e) {
            close();
            throw new IllegalStateException("The simulator cannot start", e);
        }
    }

    /** Where it listens, without a slash at the end. */
    public URI baseUri() {
        return URI.create("http://" + connector.getHost() + ":" + connector.getLocalPort());
    }

    /** The key of its one account. */
    public String apiKey() {
        return settings.apiKey;
    }

    /** A token for delegated uploads; {@link Duration#ZERO} for one that never expires. */
    public String createUploadToken(Duration ttl) {
        return uploadTokens.create(ttl);
    }

    /** What goes wrong on purpose; nothing until a rule is added. */
    public Faults faults() {
        return faults;
    }

    /** Whether the account is suspended; it is not at first. */
    public void suspendAccount(boolean suspend) {
        suspended = suspend;
    }

    /** Ends the life of every access token that was issued. */
    public void expireTokens() {
        tokens.expireAll();
    }

    /** How many access tokens were issued, for the key or for a refresh token. */
    public int tokensIssued() {
        return tokens.issued();
    }

    /** All requests that have been answered or cut, in the order of their arrival. */
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

    /** All containers that there are. */
    public List<ReceivedVideo> videos() {
        return videos.all().stream().map(StoredVideo::received).toList();
    }

    /** One container; empty if there is none, or if it was deleted. */
    public Optional<ReceivedVideo> video(String videoId) {
        return videos.find(videoId).map(StoredVideo::received);
    }

    /** The containers that were deleted by a request. */
    public List<String> deletedVideoIds() {
        return videos.deletedIds();
    }

    /** Forgets videos, requests and faults; tokens stay valid. */
    public void reset() {
        faults.clear();
        videos.clear();
        log.clear();
        suspended = false;
    }

    /** Stops listening; what was received goes too, unless a directory was given for it. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The simulator cannot stop", e);
        } finally {
            if (settings.directory == null) {
                VideoStore.deleteTree(folder);
            }
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

        public Builder apiKey(String value) {
            apiKey = value;
            return this;
        }

        /** How long an access token lives; default is an hour. */
        public Builder tokenLifetime(Duration value) {
            tokenLifetime = value;
            return this;
        }

        /** Default is {@link RateLimits#none()}. */
        public Builder rateLimits(RateLimits value) {
            rateLimits = value;
            return this;
        }

        /** The status for a wrong key: 400 by the API description, the default, or 401 by the guides. */
        public Builder wrongKeyStatus(int value) {
            wrongKeyStatus = value;
            return this;
        }

        /** What tells the time to tokens and limits. */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /** Is told of every request when it has been answered. */
        public Builder onRequest(Consumer<RecordedRequest> value) {
            listener = value;
            return this;
        }

        /**
         * A simulator that listens.
         *
         * @throws IOException if the port is taken
         */
        public ApiVideoSimulator start() throws IOException {
            ApiVideoSimulator simulator = new ApiVideoSimulator(this);
            simulator.start();
            return simulator;
        }
    }
}
