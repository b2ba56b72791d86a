// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.input.Input;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.option.EndpointKind;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of operations. Each row is beside those of its kind: {@link UploadRows}, {@link VideoRows}, {@link
 * AssetRows}, {@link AccountRows}, {@link PlayerRows}, {@link
 * RequestOperation}.
 */
public enum ApiVideoOperation implements EndpointKind {
    upload(UploadRows.UPLOAD),
    createVideo(UploadRows.CREATE_VIDEO),
    planParts(UploadRows.PLAN_PARTS),
    uploadPart(UploadRows.UPLOAD_PART),
    importVideo(UploadRows.IMPORT_VIDEO),
    cloneVideo(UploadRows.CLONE_VIDEO),

    getVideo(VideoRows.GET_VIDEO),
    getStatus(VideoRows.GET_STATUS),
    waitForVideo(VideoRows.WAIT_FOR_VIDEO),
    updateVideo(VideoRows.UPDATE_VIDEO),
    deleteVideo(VideoRows.DELETE_VIDEO),
    deleteAbandoned(VideoRows.DELETE_ABANDONED),
    listVideos(VideoRows.LIST_VIDEOS),
    listDiscardedVideos(VideoRows.LIST_DISCARDED_VIDEOS),
    getDiscardedVideo(VideoRows.GET_DISCARDED_VIDEO),
    restoreVideo(VideoRows.RESTORE_VIDEO),

    uploadThumbnail(AssetRows.UPLOAD_THUMBNAIL),
    pickThumbnail(AssetRows.PICK_THUMBNAIL),
    uploadCaption(AssetRows.UPLOAD_CAPTION),
    getCaption(AssetRows.GET_CAPTION),
    updateCaption(AssetRows.UPDATE_CAPTION),
    deleteCaption(AssetRows.DELETE_CAPTION),
    uploadChapter(AssetRows.UPLOAD_CHAPTER),
    getChapter(AssetRows.GET_CHAPTER),
    deleteChapter(AssetRows.DELETE_CHAPTER),
    listCaptions(AssetRows.LIST_CAPTIONS),
    listChapters(AssetRows.LIST_CHAPTERS),
    uploadWatermark(AssetRows.UPLOAD_WATERMARK),
    deleteWatermark(AssetRows.DELETE_WATERMARK),
    listWatermarks(AssetRows.LIST_WATERMARKS),
    uploadPlayerLogo(AssetRows.UPLOAD_PLAYER_LOGO),
    deletePlayerLogo(AssetRows.DELETE_PLAYER_LOGO),
    uploadLiveStreamThumbnail(AssetRows.UPLOAD_LIVE_STREAM_THUMBNAIL),
    deleteLiveStreamThumbnail(AssetRows.DELETE_LIVE_STREAM_THUMBNAIL),

    createUploadToken(AccountRows.CREATE_UPLOAD_TOKEN),
    getUploadToken(AccountRows.GET_UPLOAD_TOKEN),
    deleteUploadToken(AccountRows.DELETE_UPLOAD_TOKEN),
    listUploadTokens(AccountRows.LIST_UPLOAD_TOKENS),
    createWebhook(AccountRows.CREATE_WEBHOOK),
    getWebhook(AccountRows.GET_WEBHOOK),
    deleteWebhook(AccountRows.DELETE_WEBHOOK),
    listWebhooks(AccountRows.LIST_WEBHOOKS),
    listTags(AccountRows.LIST_TAGS),

    createPlayer(PlayerRows.CREATE_PLAYER),
    getPlayer(PlayerRows.GET_PLAYER),
    updatePlayer(PlayerRows.UPDATE_PLAYER),
    deletePlayer(PlayerRows.DELETE_PLAYER),
    listPlayers(PlayerRows.LIST_PLAYERS),

    createLiveStream(PlayerRows.CREATE_LIVE_STREAM),
    getLiveStream(PlayerRows.GET_LIVE_STREAM),
    updateLiveStream(PlayerRows.UPDATE_LIVE_STREAM),
    deleteLiveStream(PlayerRows.DELETE_LIVE_STREAM),
    completeLiveStream(PlayerRows.COMPLETE_LIVE_STREAM),
    listLiveStreams(PlayerRows.LIST_LIVE_STREAMS),

    createSummary(AccountRows.CREATE_SUMMARY),
    getSummarySource(AccountRows.GET_SUMMARY_SOURCE),
    updateSummarySource(AccountRows.UPDATE_SUMMARY_SOURCE),
    deleteSummary(AccountRows.DELETE_SUMMARY),
    listSummaries(AccountRows.LIST_SUMMARIES),

    getMetrics(AccountRows.GET_METRICS),
    getMetricsBreakdown(AccountRows.GET_METRICS_BREAKDOWN),
    getMetricsOverTime(AccountRows.GET_METRICS_OVER_TIME),

    request(RequestOperation.REQUEST);

    /** The headers that operations and feeds write, and none reads. */
    private static final Set<String> ANSWERED = Set.of(
            ApiVideoConstants.PLAYER_URL,
            ApiVideoConstants.HLS_URL,
            ApiVideoConstants.MP4_URL,
            ApiVideoConstants.THUMBNAIL_URL,
            ApiVideoConstants.BYTES,
            ApiVideoConstants.PARTS,
            ApiVideoConstants.ITEMS_TOTAL,
            ApiVideoConstants.PAGES_TOTAL,
            ApiVideoConstants.EVENT_TYPE,
            ApiVideoConstants.EVENT_TIME,
            ApiVideoConstants.ENCODING,
            ApiVideoConstants.QUALITY,
            ApiVideoConstants.COMPLETE,
            ApiVideoConstants.PLAYABLE,
            ApiVideoConstants.PARTS_RECEIVED,
            ApiVideoConstants.STREAM_KEY,
            ApiVideoConstants.STATUS_CODE,
            ApiVideoConstants.DELETED);

    private final Row row;

    ApiVideoOperation(Row row) {
        this.row = row;
    }

    @Override
    public String group() {
        return row.group().name();
    }

    /**
     * Returns the handler for the exchanges of one endpoint.
     *
     * @throws IllegalArgumentException if the operation needs an API key, and there is none
     */
    public OperationHandler handler(OperationContext context) {
        if (row.account() && !context.hasAccount()) {
            throw new IllegalArgumentException("apivideo:" + name()
                    + " needs an apiKey, and is not possible with uploadToken, which only opens upload");
        }
        return row.handler().apply(context);
    }

    @Override
    public Set<String> options() {
        return names(Input::option);
    }

    /** Returns true if it creates a video: only then are the component's options for new videos its own, too. */
    public boolean createsVideo() {
        return row.inputs().contains(Inputs.CREATION);
    }

    @Override
    public Set<String> common() {
        return commonOptions();
    }

    @Override
    public Set<String> headers() {
        return names(Input::header);
    }

    private Set<String> names(Function<Input<?>, String> part) {
        return row.inputs().stream()
                .map(part)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the options whose Simple language operations evaluate for each exchange. */
    public static Set<String> evaluatedOptions() {
        return Arrays.stream(values())
                .flatMap(operation -> operation.row.inputs().stream())
                .filter(Input::isOfExchange)
                .map(Input::option)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the options that every operation reads. */
    public static Set<String> commonOptions() {
        return Inputs.OF_ALL;
    }

    /** Returns the headers that operations and feeds read or write. */
    public static Set<String> allHeaders() {
        Set<String> headers = new TreeSet<>(ANSWERED);
        for (ApiVideoOperation operation : values()) {
            headers.addAll(operation.headers());
        }
        return headers;
    }
}
