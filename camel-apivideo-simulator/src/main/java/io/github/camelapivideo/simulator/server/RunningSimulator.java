// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import io.github.camelapivideo.simulator.account.Account;
import io.github.camelapivideo.simulator.analytics.Analytics;
import io.github.camelapivideo.simulator.analytics.AnalyticsHandlers;
import io.github.camelapivideo.simulator.asset.ThumbnailHandlers;
import io.github.camelapivideo.simulator.asset.TrackHandlers;
import io.github.camelapivideo.simulator.asset.WatermarkHandlers;
import io.github.camelapivideo.simulator.connection.ConnectionGate;
import io.github.camelapivideo.simulator.fault.Faults;
import io.github.camelapivideo.simulator.handler.DeliveryHandlers;
import io.github.camelapivideo.simulator.handler.DiscardedVideoHandlers;
import io.github.camelapivideo.simulator.handler.EncodingEvents;
import io.github.camelapivideo.simulator.handler.LoginHandlers;
import io.github.camelapivideo.simulator.handler.Transcripts;
import io.github.camelapivideo.simulator.handler.UploadHandlers;
import io.github.camelapivideo.simulator.handler.VideoHandlers;
import io.github.camelapivideo.simulator.injection.FaultInjection;
import io.github.camelapivideo.simulator.route.AccountRoutes;
import io.github.camelapivideo.simulator.route.AssetRoutes;
import io.github.camelapivideo.simulator.route.DeliveryRoutes;
import io.github.camelapivideo.simulator.route.RouteTable;
import io.github.camelapivideo.simulator.route.VideoRoutes;
import io.github.camelapivideo.simulator.store.AccessTokens;
import io.github.camelapivideo.simulator.store.FileStore;
import io.github.camelapivideo.simulator.store.Folders;
import io.github.camelapivideo.simulator.store.RateLimiter;
import io.github.camelapivideo.simulator.store.RequestLog;
import io.github.camelapivideo.simulator.store.UploadTokens;
import io.github.camelapivideo.simulator.store.VideoStore;
import io.github.camelapivideo.simulator.store.Watermarks;
import io.github.camelapivideo.simulator.webhook.WebhookStore;
import io.github.camelapivideo.simulator.webhook.Webhooks;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;

/** All parts of one simulator. Starts, resets and stops them. Thread-safe; the caller that starts it closes it. */
public final class RunningSimulator implements AutoCloseable {

    private final SimulatorSettings settings;
    private final Path folder;
    private final ExecutorService background = Executors.newSingleThreadExecutor(RunningSimulator::daemon);
    private final EventClock events = new EventClock();
    private final LoopbackServer server;
    private final AccessTokens tokens;
    private final UploadTokens uploadTokens;
    private final FileStore files = new FileStore();
    private final VideoStore videos;
    private final Watermarks watermarks;
    private final WebhookStore webhookStore;
    private final Webhooks webhooks;
    private final Account account;
    private final Transcripts transcripts;
    private final VideoHandlers videoHandlers;
    private final EncodingEvents encodingEvents;
    private final RateLimiter limiter;
    private final RequestLog log;
    private final Faults faults = new Faults();
    private final Analytics analytics = new Analytics();

    private RunningSimulator(SimulatorSettings settings) {
        this.settings = settings;
        this.folder = settings.directory().map(Folders::create).orElseGet(Folders::createTemporary);
        this.server = new LoopbackServer(settings.port());
        this.tokens = new AccessTokens(
                settings.apiKey(), settings.tokenLifetime(), settings.wrongKeyStatus(), settings.clock());
        this.uploadTokens = new UploadTokens(settings.clock());
        this.videos = new VideoStore(folder, files, settings.clock(), background, settings.life());
        this.watermarks = new Watermarks(settings.clock());
        this.webhookStore = new WebhookStore(settings.clock());
        this.webhooks =
                new Webhooks(webhookStore, events.scheduler(), settings.clock(), settings.webhookRetryInterval());
        this.account = new Account(
                videos,
                files,
                uploadTokens,
                webhookStore,
                webhooks,
                settings.delays().summary(),
                settings.clock(),
                server::uri);
        this.transcripts = new Transcripts(videos, files, webhooks, settings.clock());
        this.videoHandlers = new VideoHandlers(
                videos,
                watermarks,
                settings.clock(),
                settings.delays(),
                account.summaryGeneration(),
                transcripts,
                server::uri);
        this.encodingEvents = new EncodingEvents(videos, videoHandlers::encoded, webhooks);
        this.limiter = new RateLimiter(settings.rateLimits(), settings.clock());
        this.log = new RequestLog(settings.listener());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "apivideo-simulator-assembly");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Starts a simulator.
     *
     * @throws IOException if the port is taken
     */
    public static RunningSimulator start(SimulatorSettings settings) throws IOException {
        RunningSimulator simulator = new RunningSimulator(settings);
        try {
            simulator.server.start(simulator.entrance());
            simulator.events.start(List.of(
                    simulator.account.summaryGeneration()::advance,
                    simulator.encodingEvents::advance,
                    simulator.transcripts::advance));
        } catch (IOException | RuntimeException e) {
            simulator.close();
            throw e;
        }
        return simulator;
    }

    private Handler entrance() {
        return settings.choices().crossOrigin() ? CrossOrigin.allow(handler()) : handler();
    }

    private SimulatorHandler handler() {
        return new SimulatorHandler(
                routes(),
                tokens,
                limiter,
                faults,
                new FaultInjection(videos, tokens, server.gate(), settings.clock()),
                log,
                Folders.create(folder.resolve("incoming")),
                settings.choices(),
                settings.clock());
    }

    private RouteTable routes() {
        ThumbnailHandlers thumbnails = new ThumbnailHandlers(videos, files, server::uri);
        TrackHandlers captions = tracks(TrackHandlers.Kind.CAPTIONS);
        TrackHandlers chapters = tracks(TrackHandlers.Kind.CHAPTERS);
        return new RouteTable(
                AccountRoutes.of(
                        new LoginHandlers(tokens), account, new AnalyticsHandlers(analytics, settings.clock())),
                VideoRoutes.of(
                        videoHandlers,
                        new DiscardedVideoHandlers(videos, server::uri),
                        new UploadHandlers(
                                videos, uploadTokens, tokens, settings.choices().refuseAccountVideos(), server::uri)),
                AssetRoutes.of(thumbnails, captions, chapters, new WatermarkHandlers(watermarks, files)),
                DeliveryRoutes.of(new DeliveryHandlers(videos), thumbnails, captions, chapters));
    }

    private TrackHandlers tracks(TrackHandlers.Kind kind) {
        return new TrackHandlers(kind, videos, files, settings.choices().refuseSecondTrack(), server::uri);
    }

    public SimulatorSettings settings() {
        return settings;
    }

    /** The address without a slash at the end. */
    public URI uri() {
        return server.uri();
    }

    public ConnectionGate gate() {
        return server.gate();
    }

    /** The number of open connections. */
    public int connections() {
        return server.connections();
    }

    public AccessTokens tokens() {
        return tokens;
    }

    public UploadTokens uploadTokens() {
        return uploadTokens;
    }

    public VideoStore videos() {
        return videos;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    public Account account() {
        return account;
    }

    public Analytics analytics() {
        return analytics;
    }

    public FileStore files() {
        return files;
    }

    public Watermarks watermarks() {
        return watermarks;
    }

    public RequestLog log() {
        return log;
    }

    public Faults faults() {
        return faults;
    }

    /** Removes all state but the access tokens, and accepts connections. */
    public void reset() {
        gate().open();
        faults.reset();
        videos.clear();
        watermarks.clear();
        files.clear();
        uploadTokens.clear();
        account.clear();
        analytics.clear();
        encodingEvents.clear();
        transcripts.clear();
        webhooks.clear();
        tokens.clear();
        limiter.clear();
        log.clear();
    }

    /** Stops listening, and deletes the received files unless the settings name a directory for them. */
    @Override
    public void close() {
        try {
            events.close();
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
}
