// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.route;

import io.github.camelapivideo.simulator.account.Account;
import io.github.camelapivideo.simulator.account.LiveStreamHandlers;
import io.github.camelapivideo.simulator.account.LogoHandlers;
import io.github.camelapivideo.simulator.account.PlayerHandlers;
import io.github.camelapivideo.simulator.account.SummaryHandlers;
import io.github.camelapivideo.simulator.account.UploadTokenHandlers;
import io.github.camelapivideo.simulator.account.WebhookHandlers;
import io.github.camelapivideo.simulator.analytics.AnalyticsHandlers;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.handler.LoginHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the table for what an account has beside its videos. */
public final class AccountRoutes {

    private AccountRoutes() {}

    public static List<Route> of(LoginHandlers logins, Account account, AnalyticsHandlers analytics) {
        return Stream.of(
                        logins(logins),
                        uploadTokens(account.uploadTokens()),
                        List.of(Route.list("/tags", RequestKind.TAGS, account.tags()::list)),
                        players(account.players()),
                        logos(account.logos()),
                        webhooks(account.webhooks()),
                        liveStreams(account.liveStreams()),
                        liveThumbnails(account.liveStreams()),
                        summaries(account.summaries()),
                        analytics(analytics))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Route> logins(LoginHandlers logins) {
        return List.of(
                Route.write("POST", "/auth/api-key", RequestKind.TOKEN, logins::byKey)
                        .open(),
                Route.write("POST", "/auth/refresh", RequestKind.REFRESH, logins::byRefreshToken)
                        .open());
    }

    private static List<Route> uploadTokens(UploadTokenHandlers tokens) {
        return List.of(
                Route.write("POST", "/upload-tokens", RequestKind.UPLOAD_TOKENS, tokens::create),
                Route.list("/upload-tokens", RequestKind.UPLOAD_TOKENS, tokens::list),
                Route.read("/upload-tokens/{uploadToken}", RequestKind.UPLOAD_TOKENS, tokens::get),
                Route.write("DELETE", "/upload-tokens/{uploadToken}", RequestKind.UPLOAD_TOKENS, tokens::delete));
    }

    private static List<Route> players(PlayerHandlers players) {
        return List.of(
                Route.write("POST", "/players", RequestKind.PLAYERS, players::create),
                Route.list("/players", RequestKind.PLAYERS, players::list),
                Route.read("/players/{playerId}", RequestKind.PLAYERS, players::get),
                Route.write("PATCH", "/players/{playerId}", RequestKind.PLAYERS, players::update),
                Route.write("DELETE", "/players/{playerId}", RequestKind.PLAYERS, players::delete));
    }

    private static List<Route> logos(LogoHandlers logos) {
        String path = "/players/{playerId}/logo";
        List<Route> routes = new ArrayList<>(DeliveryRoutes.both("/player/{playerId}/logo", logos::deliver));
        routes.add(Route.form(path, RequestKind.PLAYERS, logos::upload));
        routes.add(Route.write("DELETE", path, RequestKind.PLAYERS, logos::delete));
        return routes;
    }

    private static List<Route> webhooks(WebhookHandlers webhooks) {
        return List.of(
                Route.write("POST", "/webhooks", RequestKind.WEBHOOKS, webhooks::create),
                Route.list("/webhooks", RequestKind.WEBHOOKS, webhooks::list),
                Route.read("/webhooks/{webhookId}", RequestKind.WEBHOOKS, webhooks::get),
                Route.write("DELETE", "/webhooks/{webhookId}", RequestKind.WEBHOOKS, webhooks::delete));
    }

    private static List<Route> liveStreams(LiveStreamHandlers streams) {
        return List.of(
                Route.write("POST", "/live-streams", RequestKind.LIVE_STREAMS, streams::create),
                Route.list("/live-streams", RequestKind.LIVE_STREAMS, streams::list),
                Route.read("/live-streams/{liveStreamId}", RequestKind.LIVE_STREAMS, streams::get),
                Route.write("PATCH", "/live-streams/{liveStreamId}", RequestKind.LIVE_STREAMS, streams::update),
                Route.write("DELETE", "/live-streams/{liveStreamId}", RequestKind.LIVE_STREAMS, streams::delete),
                Route.write(
                        "PUT", "/live-streams/{liveStreamId}/complete", RequestKind.LIVE_STREAMS, streams::complete));
    }

    private static List<Route> liveThumbnails(LiveStreamHandlers streams) {
        String path = "/live-streams/{liveStreamId}/thumbnail";
        List<Route> routes =
                new ArrayList<>(DeliveryRoutes.both("/live/{liveStreamId}/thumbnail.jpg", streams::deliverThumbnail));
        routes.add(Route.form(path, RequestKind.LIVE_STREAMS, streams::uploadThumbnail));
        routes.add(Route.write("DELETE", path, RequestKind.LIVE_STREAMS, streams::deleteThumbnail));
        return routes;
    }

    private static List<Route> summaries(SummaryHandlers summaries) {
        return List.of(
                Route.write("POST", "/summaries", RequestKind.SUMMARIES, summaries::create),
                Route.list("/summaries", RequestKind.SUMMARIES, summaries::list),
                Route.write("DELETE", "/summaries/{summaryId}", RequestKind.SUMMARIES, summaries::delete),
                Route.read("/summaries/{summaryId}/source", RequestKind.SUMMARIES, summaries::source),
                Route.write("PATCH", "/summaries/{summaryId}/source", RequestKind.SUMMARIES, summaries::updateSource));
    }

    private static List<Route> analytics(AnalyticsHandlers analytics) {
        return List.of(
                Route.figures("/data/metrics/{metric}/{aggregation}", analytics::number),
                Route.list("/data/buckets/{metric}/{breakdown}", RequestKind.ANALYTICS, analytics::breakdown),
                Route.list("/data/timeseries/{metric}", RequestKind.ANALYTICS, analytics::overTime));
    }
}
