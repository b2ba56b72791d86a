// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import io.github.camelapivideo.simulator.account.Account;
import io.github.camelapivideo.simulator.analytics.Analytics;
import io.github.camelapivideo.simulator.fault.Faults;
import io.github.camelapivideo.simulator.store.AccessTokens;
import io.github.camelapivideo.simulator.store.FileStore;
import io.github.camelapivideo.simulator.store.PrivateTokens;
import io.github.camelapivideo.simulator.store.RateLimiter;
import io.github.camelapivideo.simulator.store.RequestLog;
import io.github.camelapivideo.simulator.store.UploadTokens;
import io.github.camelapivideo.simulator.store.VideoStore;
import io.github.camelapivideo.simulator.store.Watermarks;
import io.github.camelapivideo.simulator.webhook.WebhookStore;
import io.github.camelapivideo.simulator.webhook.Webhooks;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/** The stores of one simulator. Thread-safe. */
public final class ServiceState {

    private final AccessTokens tokens;
    private final UploadTokens uploadTokens;
    private final FileStore files = new FileStore();
    private final VideoStore videos;
    private final Watermarks watermarks;
    private final PrivateTokens privateTokens;
    private final Webhooks webhooks;
    private final Account account;
    private final Analytics analytics = new Analytics();
    private final RateLimiter limiter;
    private final RequestLog log;
    private final Faults faults = new Faults();

    /**
     * @param folder for the received files
     * @param background assembles videos
     * @param scheduler tries again to deliver events
     * @param base the address of the simulator
     */
    ServiceState(
            SimulatorSettings settings,
            Path folder,
            Executor background,
            ScheduledExecutorService scheduler,
            Supplier<URI> base) {
        Clock clock = settings.clock();
        tokens = new AccessTokens(settings.apiKey(), settings.tokenLifetime(), settings.wrongKeyStatus(), clock);
        uploadTokens = new UploadTokens(clock);
        videos = new VideoStore(folder, files, clock, background, settings.life());
        watermarks = new Watermarks(clock);
        privateTokens = new PrivateTokens(clock);
        WebhookStore webhookStore = new WebhookStore(clock);
        webhooks = new Webhooks(webhookStore, scheduler, clock, settings.webhookRetryInterval());
        account = new Account(
                videos,
                files,
                uploadTokens,
                webhookStore,
                webhooks,
                settings.delays().summary(),
                clock,
                base);
        limiter = new RateLimiter(settings.rateLimits(), clock);
        log = new RequestLog(settings.listener());
    }

    public AccessTokens tokens() {
        return tokens;
    }

    public UploadTokens uploadTokens() {
        return uploadTokens;
    }

    public FileStore files() {
        return files;
    }

    public VideoStore videos() {
        return videos;
    }

    public Watermarks watermarks() {
        return watermarks;
    }

    PrivateTokens privateTokens() {
        return privateTokens;
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

    RateLimiter limiter() {
        return limiter;
    }

    public RequestLog log() {
        return log;
    }

    public Faults faults() {
        return faults;
    }

    /** Removes everything but the access tokens. */
    void clear() {
        faults.reset();
        videos.clear();
        watermarks.clear();
        privateTokens.clear();
        files.clear();
        uploadTokens.clear();
        account.clear();
        analytics.clear();
        webhooks.clear();
        tokens.clear();
        limiter.clear();
        log.clear();
    }
}
