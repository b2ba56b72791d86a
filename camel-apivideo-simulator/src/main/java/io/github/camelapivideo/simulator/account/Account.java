// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.store.FileStore;
import io.github.camelapivideo.simulator.store.UploadTokens;
import io.github.camelapivideo.simulator.store.VideoStore;
import io.github.camelapivideo.simulator.webhook.WebhookStore;
import io.github.camelapivideo.simulator.webhook.Webhooks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** What an account has beside its videos, and the operations on it. Thread-safe. */
public final class Account {

    private final Resources players;
    private final UploadTokenHandlers uploadTokenHandlers;
    private final TagHandlers tagHandlers;
    private final PlayerHandlers playerHandlers;
    private final LogoHandlers logoHandlers;
    private final WebhookHandlers webhookHandlers;
    private final LiveStreams liveStreams;
    private final LiveStreamHandlers liveStreamHandlers;
    private final Summaries summaries;
    private final SummaryHandlers summaryHandlers;

    /**
     * @param summaryTime from the arrival of a video to the end of the generation of its summary
     * @param base the address of the simulator
     */
    public Account(
            VideoStore videos,
            FileStore files,
            UploadTokens uploadTokens,
            WebhookStore webhookStore,
            Webhooks webhooks,
            Duration summaryTime,
            Clock clock,
            Supplier<URI> base) {
        liveStreams = new LiveStreams(videos, clock, webhooks);
        liveStreamHandlers = new LiveStreamHandlers(liveStreams, files, base);
        summaries = new Summaries(videos, clock, summaryTime, webhooks);
        summaryHandlers = new SummaryHandlers(summaries, videos);
        players = new Resources(clock, "pl", "playerId");
        uploadTokenHandlers = new UploadTokenHandlers(uploadTokens);
        tagHandlers = new TagHandlers(videos);
        playerHandlers = new PlayerHandlers(players, files);
        logoHandlers = new LogoHandlers(players, files, base);
        webhookHandlers = new WebhookHandlers(webhookStore);
    }

    public UploadTokenHandlers uploadTokens() {
        return uploadTokenHandlers;
    }

    public TagHandlers tags() {
        return tagHandlers;
    }

    public PlayerHandlers players() {
        return playerHandlers;
    }

    public LogoHandlers logos() {
        return logoHandlers;
    }

    public WebhookHandlers webhooks() {
        return webhookHandlers;
    }

    public LiveStreamHandlers liveStreams() {
        return liveStreamHandlers;
    }

    public SummaryHandlers summaries() {
        return summaryHandlers;
    }

    /** The broadcasts. */
    public LiveStreams broadcasts() {
        return liveStreams;
    }

    /** The generation of summaries. */
    public Summaries summaryGeneration() {
        return summaries;
    }

    /** Removes everything but the webhooks and upload tokens, which have their own stores. */
    public void clear() {
        players.clear();
        liveStreams.all().clear();
        summaries.clear();
    }
}
