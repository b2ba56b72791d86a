// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.store.UploadTokens;
import io.github.camelapivideo.simulator.store.VideoStore;
import io.github.camelapivideo.simulator.webhook.WebhookStore;
import java.time.Clock;

/** What an account has beside its videos, and the operations on it. Thread-safe. */
public final class Account {

    private final Resources players;
    private final UploadTokenHandlers uploadTokenHandlers;
    private final TagHandlers tagHandlers;
    private final PlayerHandlers playerHandlers;
    private final WebhookHandlers webhookHandlers;

    public Account(VideoStore videos, UploadTokens uploadTokens, WebhookStore webhooks, Clock clock) {
        players = new Resources(clock, "pl", "playerId");
        uploadTokenHandlers = new UploadTokenHandlers(uploadTokens);
        tagHandlers = new TagHandlers(videos);
        playerHandlers = new PlayerHandlers(players);
        webhookHandlers = new WebhookHandlers(webhooks);
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

    public WebhookHandlers webhooks() {
        return webhookHandlers;
    }

    /** Removes everything but the webhooks and upload tokens, which have their own stores. */
    public void clear() {
        players.clear();
    }
}
