// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.operation;

import static io.github.camelapivideo.ApiVideoConstants.LANGUAGE;
import static io.github.camelapivideo.ApiVideoConstants.LIVE_STREAM_ID;
import static io.github.camelapivideo.ApiVideoConstants.NAME;
import static io.github.camelapivideo.ApiVideoConstants.PLAYER_ID;
import static io.github.camelapivideo.ApiVideoConstants.SUMMARY_ID;
import static io.github.camelapivideo.ApiVideoConstants.TITLE;
import static io.github.camelapivideo.ApiVideoConstants.UPLOAD_TOKEN;
import static io.github.camelapivideo.ApiVideoConstants.VIDEO_ID;
import static io.github.camelapivideo.ApiVideoConstants.WATERMARK_ID;
import static io.github.camelapivideo.ApiVideoConstants.WEBHOOK_ID;
import static io.github.camelapivideo.reliability.operation.Rule.FOUND;
import static io.github.camelapivideo.reliability.operation.Rule.GONE;
import static io.github.camelapivideo.reliability.operation.Rule.IN_DOUBT;
import static io.github.camelapivideo.reliability.operation.Rule.READ;
import static io.github.camelapivideo.reliability.operation.Rule.SAME;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An operation: its request, what a repetition of the request does, and an exchange for it.
 *
 * @param path as the service documents it
 */
record Requested(String operation, String method, String path, Rule rule, Function<World, Given> given) {

    static final List<Requested> ALL = List.of(
            // Videos
            new Requested(
                    "createVideo", "POST", "/videos", FOUND, world -> nothing().seenAt("/videos")),
            new Requested("importVideo", "POST", "/videos", FOUND, world -> nothing()
                    .options("?title=a&source=https://example.org/a.mp4")
                    .seenAt("/videos")),
            new Requested("cloneVideo", "POST", "/videos", FOUND, world -> ofVideo(world.video())
                    .seenAt("/videos")),
            new Requested("listVideos", "GET", "/videos", READ, world -> nothing()),
            new Requested("getVideo", "GET", "/videos/{videoId}", READ, world -> ofVideo(world.video())),
            new Requested("getStatus", "GET", "/videos/{videoId}/status", READ, world -> ofVideo(world.video())),
            new Requested("updateVideo", "PATCH", "/videos/{videoId}", SAME, Requested::retitled),
            new Requested(
                    "deleteVideo",
                    "DELETE",
                    "/videos/{videoId}",
                    GONE,
                    world -> gone(VIDEO_ID, "/videos/", world.video())),
            new Requested("listDiscardedVideos", "GET", "/discarded/videos", READ, world -> nothing()),
            new Requested(
                    "getDiscardedVideo",
                    "GET",
                    "/discarded/videos/{videoId}",
                    READ,
                    world -> ofVideo(world.discardedVideo())),
            new Requested(
                    "restoreVideo",
                    "PATCH",
                    "/discarded/videos/{videoId}",
                    SAME,
                    world -> same(VIDEO_ID, "/videos/", world.discardedVideo())),
            // What belongs to a video
            new Requested(
                    "uploadThumbnail",
                    "POST",
                    "/videos/{videoId}/thumbnail",
                    SAME,
                    world -> picture(VIDEO_ID, "/videos/", world.video(), "/thumbnail")),
            new Requested("pickThumbnail", "PATCH", "/videos/{videoId}/thumbnail", SAME, world -> {
                String video = world.video();
                return ofVideo(video)
                        .options("?timecode=00:00:01")
                        .seenAt("/videos/" + video + "/thumbnail", "00:00:01");
            }),
            new Requested("listCaptions", "GET", "/videos/{videoId}/captions", READ, world -> ofVideo(world.video())),
            new Requested(
                    "getCaption",
                    "GET",
                    "/videos/{videoId}/captions/{language}",
                    READ,
                    world -> inFrench(world.captioned())),
            new Requested("uploadCaption", "POST", "/videos/{videoId}/captions/{language}", FOUND, world -> french(
                            "/captions", world.video())
                    .with(Specimens.TEXT)),
            new Requested("updateCaption", "PATCH", "/videos/{videoId}/captions/{language}", SAME, world -> {
                String video = world.captioned();
                return inFrench(video).seenAt("/videos/" + video + "/captions/fr", "\"default\":true");
            }),
            new Requested("deleteCaption", "DELETE", "/videos/{videoId}/captions/{language}", GONE, world -> {
                String video = world.captioned();
                return inFrench(video).seenAt("/videos/" + video + "/captions/fr", "fr");
            }),
            new Requested("listChapters", "GET", "/videos/{videoId}/chapters", READ, world -> ofVideo(world.video())),
            new Requested(
                    "getChapter",
                    "GET",
                    "/videos/{videoId}/chapters/{language}",
                    READ,
                    world -> inFrench(world.chaptered())),
            new Requested("uploadChapter", "POST", "/videos/{videoId}/chapters/{language}", FOUND, world -> french(
                            "/chapters", world.video())
                    .with(Specimens.TEXT)),
            new Requested("deleteChapter", "DELETE", "/videos/{videoId}/chapters/{language}", GONE, world -> {
                String video = world.chaptered();
                return inFrench(video).seenAt("/videos/" + video + "/chapters/fr", "fr");
            }),
            new Requested("listSummaries", "GET", "/summaries", READ, world -> nothing()),
            new Requested("createSummary", "POST", "/summaries", FOUND, world -> ofVideo(world.video())
                    .seenAt("/summaries")),
            new Requested("deleteSummary", "DELETE", "/summaries/{summaryId}", GONE, world -> {
                String summary = world.summary();
                return of(SUMMARY_ID, summary).seenAt("/summaries?pageSize=100", summary);
            }),
            new Requested(
                    "getSummarySource",
                    "GET",
                    "/summaries/{summaryId}/source",
                    READ,
                    world -> of(SUMMARY_ID, world.written())),
            new Requested("updateSummarySource", "PATCH", "/summaries/{summaryId}/source", SAME, world -> {
                String summary = world.summary();
                return of(SUMMARY_ID, summary)
                        .with(Specimens.SUMMARY)
                        .seenAt("/summaries/" + summary + "/source", "word");
            }),
            // The account
            new Requested("listWatermarks", "GET", "/watermarks", READ, world -> nothing()),
            new Requested("uploadWatermark", "POST", "/watermarks", IN_DOUBT, world -> nothing()
                    .with(Specimens.PICTURE)
                    .seenAt("/watermarks")),
            new Requested("deleteWatermark", "DELETE", "/watermarks/{watermarkId}", GONE, world -> {
                String watermark = world.watermark();
                return of(WATERMARK_ID, watermark)
                        .seenAt("/watermarks?pageSize=100&sortBy=createdAt&sortOrder=desc", watermark);
            }),
            new Requested("listTags", "GET", "/tags", READ, world -> nothing()),
            new Requested("listUploadTokens", "GET", "/upload-tokens", READ, world -> nothing()),
            new Requested("createUploadToken", "POST", "/upload-tokens", IN_DOUBT, world -> nothing()
                    .seenAt("/upload-tokens")),
            new Requested(
                    "getUploadToken",
                    "GET",
                    "/upload-tokens/{uploadToken}",
                    READ,
                    world -> of(UPLOAD_TOKEN, world.token())),
            new Requested(
                    "deleteUploadToken",
                    "DELETE",
                    "/upload-tokens/{uploadToken}",
                    GONE,
                    world -> gone(UPLOAD_TOKEN, "/upload-tokens/", world.token())),
            new Requested("listPlayers", "GET", "/players", READ, world -> nothing()),
            new Requested("createPlayer", "POST", "/players", IN_DOUBT, world -> named().seenAt("/players")),
            new Requested("getPlayer", "GET", "/players/{playerId}", READ, world -> of(PLAYER_ID, world.player())),
            new Requested("updatePlayer", "PATCH", "/players/{playerId}", SAME, world -> {
                String player = world.player();
                return of(PLAYER_ID, player).with(Map.of("name", "another")).seenAt("/players/" + player, "another");
            }),
            new Requested(
                    "deletePlayer",
                    "DELETE",
                    "/players/{playerId}",
                    GONE,
                    world -> gone(PLAYER_ID, "/players/", world.player())),
            new Requested(
                    "uploadPlayerLogo",
                    "POST",
                    "/players/{playerId}/logo",
                    SAME,
                    world -> picture(PLAYER_ID, "/players/", world.player(), "/logo")),
            new Requested(
                    "deletePlayerLogo",
                    "DELETE",
                    "/players/{playerId}/logo",
                    GONE,
                    world -> picture(PLAYER_ID, "/players/", world.playerWithLogo(), "/logo")),
            new Requested("listWebhooks", "GET", "/webhooks", READ, world -> nothing()),
            new Requested("createWebhook", "POST", "/webhooks", FOUND, world -> nothing()
                    .options("?webhookUrl=https://example.org/hook&events=video.source.recorded")
                    .seenAt("/webhooks")),
            new Requested("getWebhook", "GET", "/webhooks/{webhookId}", READ, world -> of(WEBHOOK_ID, world.webhook())),
            new Requested(
                    "deleteWebhook",
                    "DELETE",
                    "/webhooks/{webhookId}",
                    GONE,
                    world -> gone(WEBHOOK_ID, "/webhooks/", world.webhook())),
            // Live streams
            new Requested("listLiveStreams", "GET", "/live-streams", READ, world -> nothing()),
            new Requested(
                    "createLiveStream", "POST", "/live-streams", IN_DOUBT, world -> named().seenAt("/live-streams")),
            new Requested(
                    "getLiveStream",
                    "GET",
                    "/live-streams/{liveStreamId}",
                    READ,
                    world -> of(LIVE_STREAM_ID, world.liveStream())),
            new Requested("updateLiveStream", "PATCH", "/live-streams/{liveStreamId}", SAME, world -> {
                String stream = world.liveStream();
                return of(LIVE_STREAM_ID, stream)
                        .with(Map.of("name", "another"))
                        .seenAt("/live-streams/" + stream, "another");
            }),
            new Requested(
                    "deleteLiveStream",
                    "DELETE",
                    "/live-streams/{liveStreamId}",
                    GONE,
                    world -> gone(LIVE_STREAM_ID, "/live-streams/", world.liveStream())),
            new Requested(
                    "uploadLiveStreamThumbnail",
                    "POST",
                    "/live-streams/{liveStreamId}/thumbnail",
                    SAME,
                    world -> picture(LIVE_STREAM_ID, "/live-streams/", world.liveStream(), "/thumbnail")),
            new Requested(
                    "deleteLiveStreamThumbnail",
                    "DELETE",
                    "/live-streams/{liveStreamId}/thumbnail",
                    GONE,
                    world -> picture(LIVE_STREAM_ID, "/live-streams/", world.liveStreamWithThumbnail(), "/thumbnail")),
            new Requested("completeLiveStream", "PUT", "/live-streams/{liveStreamId}/complete", SAME, world -> {
                String stream = world.broadcast();
                return of(LIVE_STREAM_ID, stream).seenAt("/live-streams/" + stream, "\"broadcasting\":false");
            }),
            // Analytics
            new Requested("getMetrics", "GET", "/data/metrics/{metric}/{aggregation}", READ, world -> nothing()
                    .options("?metric=play&aggregation=count")),
            new Requested("getMetricsBreakdown", "GET", "/data/buckets/{metric}/{breakdown}", READ, world -> nothing()
                    .options("?metric=play&breakdown=country")),
            new Requested("getMetricsOverTime", "GET", "/data/timeseries/{metric}", READ, world -> nothing()
                    .options("?metric=play")));

    private static Given of(String header, String identifier) {
        return Given.of(Map.of(header, identifier));
    }

    private static Given nothing() {
        return Given.of(Map.of());
    }

    private static Given named() {
        return of(NAME, "a name").with(null);
    }

    private static Given ofVideo(String videoId) {
        return of(VIDEO_ID, videoId);
    }

    private static Given inFrench(String videoId) {
        return Given.of(Map.of(VIDEO_ID, videoId, LANGUAGE, "fr"));
    }

    private static Given french(String kind, String videoId) {
        return inFrench(videoId).seenAt("/videos/" + videoId + kind);
    }

    private static Given retitled(World world) {
        String video = world.video();
        return Given.of(Map.of(VIDEO_ID, video, TITLE, "another title")).seenAt("/videos/" + video, "another title");
    }

    private static Given same(String header, String folder, String identifier) {
        return of(header, identifier).with(null).seenAt(folder + identifier, identifier);
    }

    private static Given picture(String header, String folder, String identifier, String name) {
        return of(header, identifier).with(Specimens.PICTURE).seenAt(folder + identifier + name, World.STORED);
    }

    private static Given gone(String header, String folder, String identifier) {
        return of(header, identifier).seenAt(folder + identifier, identifier);
    }

    /** Returns how often the service has got the request. */
    int sent(World world) {
        String pattern = path.replaceAll("\\{[^/]*}", "[^/]+");
        return (int) world.simulator().requests().stream()
                .filter(request ->
                        request.method().equals(method) && request.path().matches(pattern))
                .count();
    }

    @Override
    public String toString() {
        return operation;
    }
}
