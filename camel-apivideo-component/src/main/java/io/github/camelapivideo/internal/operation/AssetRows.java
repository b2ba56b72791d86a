// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import static io.github.camelapivideo.internal.input.AccountInputs.PLAYER_ID;
import static io.github.camelapivideo.internal.input.AssetInputs.DEFAULT_CAPTION;
import static io.github.camelapivideo.internal.input.AssetInputs.LANGUAGE;
import static io.github.camelapivideo.internal.input.AssetInputs.LOGO_LINK;
import static io.github.camelapivideo.internal.input.AssetInputs.TIMECODE;
import static io.github.camelapivideo.internal.input.AssetInputs.WATERMARK_ID;
import static io.github.camelapivideo.internal.input.Inputs.LIVE_STREAM_ID;
import static io.github.camelapivideo.internal.input.Inputs.VIDEO_ID;
import static io.github.camelapivideo.internal.operation.Row.Group.assets;

import io.github.camelapivideo.api.asset.Caption;
import io.github.camelapivideo.api.asset.Chapter;
import io.github.camelapivideo.api.asset.WatermarkImage;
import io.github.camelapivideo.internal.asset.AssetKind;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.request.CaptionRequests;
import io.github.camelapivideo.internal.request.ChapterRequests;
import io.github.camelapivideo.internal.request.LiveStreamRequests;
import io.github.camelapivideo.internal.request.PlayerRequests;
import io.github.camelapivideo.internal.request.ThumbnailRequests;
import io.github.camelapivideo.internal.request.WatermarkRequests;
import java.util.function.BiFunction;

/** The operations about small files beside a video. */
final class AssetRows {

    static final Row UPLOAD_THUMBNAIL = AssetOperation.row(
                    AssetKind.THUMBNAIL,
                    values -> ThumbnailRequests.upload(values.required(VIDEO_ID)),
                    (video, values) -> Reply.video(video))
            .reading(VIDEO_ID);

    static final Row PICK_THUMBNAIL = Row.call(
                    assets,
                    values -> ThumbnailRequests.pick(values.required(VIDEO_ID), values.required(TIMECODE)),
                    (video, values) -> Reply.video(video))
            .reading(VIDEO_ID, TIMECODE);

    static final Row UPLOAD_CAPTION = AssetOperation.row(
                    AssetKind.CAPTION,
                    values -> CaptionRequests.upload(values.required(VIDEO_ID), values.required(LANGUAGE)),
                    (caption, values) -> Reply.answer(caption))
            .reading(VIDEO_ID, LANGUAGE);

    static final Row GET_CAPTION = ofLanguage(CaptionRequests::get, (caption, values) -> Reply.answer(caption));

    static final Row UPDATE_CAPTION = Row.call(
                    assets,
                    values -> CaptionRequests.setDefault(
                            values.required(VIDEO_ID), values.required(LANGUAGE), isDefault(values)),
                    (caption, values) -> Reply.answer(caption))
            .reading(VIDEO_ID, LANGUAGE, DEFAULT_CAPTION);

    static final Row DELETE_CAPTION = ofLanguage(CaptionRequests::delete, (deleted, values) -> Reply.unchanged());

    static final Row UPLOAD_CHAPTER = AssetOperation.row(
                    AssetKind.CHAPTERS,
                    values -> ChapterRequests.upload(values.required(VIDEO_ID), values.required(LANGUAGE)),
                    (chapter, values) -> Reply.answer(chapter))
            .reading(VIDEO_ID, LANGUAGE);

    static final Row GET_CHAPTER = ofLanguage(ChapterRequests::get, (chapter, values) -> Reply.answer(chapter));

    static final Row DELETE_CHAPTER = ofLanguage(ChapterRequests::delete, (deleted, values) -> Reply.unchanged());

    static final Row UPLOAD_WATERMARK = AssetOperation.row(
            AssetKind.WATERMARK,
            values -> WatermarkRequests.upload(),
            (image, values) -> Reply.named(WATERMARK_ID, image.watermarkId(), image));

    static final Row DELETE_WATERMARK = Row.call(
                    assets,
                    values -> WatermarkRequests.delete(values.required(WATERMARK_ID)),
                    (deleted, values) -> Reply.deleted(WATERMARK_ID))
            .reading(WATERMARK_ID);

    static final Row LIST_CAPTIONS = ListRow.of(assets, Caption.class, Caption::srclang, "/videos/{videoId}/captions")
            .in(VIDEO_ID)
            .row();

    static final Row LIST_CHAPTERS = ListRow.of(assets, Chapter.class, Chapter::language, "/videos/{videoId}/chapters")
            .in(VIDEO_ID)
            .row();

    static final Row LIST_WATERMARKS = ListRow.of(
                    assets, WatermarkImage.class, WatermarkImage::watermarkId, "/watermarks")
            .sortedBy("createdAt")
            .row();

    static final Row UPLOAD_PLAYER_LOGO = AssetOperation.row(
                    AssetKind.LOGO,
                    values -> PlayerRequests.uploadLogo(values.required(PLAYER_ID), values.get(LOGO_LINK)),
                    (player, values) -> Reply.named(PLAYER_ID, player.playerId(), player))
            .reading(PLAYER_ID, LOGO_LINK);

    static final Row DELETE_PLAYER_LOGO = Row.call(
                    assets,
                    values -> PlayerRequests.deleteLogo(values.required(PLAYER_ID)),
                    (deleted, values) -> Reply.unchanged())
            .reading(PLAYER_ID);

    static final Row UPLOAD_LIVE_STREAM_THUMBNAIL = AssetOperation.row(
                    AssetKind.THUMBNAIL,
                    values -> LiveStreamRequests.uploadThumbnail(values.required(LIVE_STREAM_ID)),
                    (stream, values) -> Reply.named(LIVE_STREAM_ID, stream.liveStreamId(), stream))
            .reading(LIVE_STREAM_ID);

    static final Row DELETE_LIVE_STREAM_THUMBNAIL = Row.call(
                    assets,
                    values -> LiveStreamRequests.deleteThumbnail(values.required(LIVE_STREAM_ID)),
                    (stream, values) -> stream.map(left -> Reply.named(LIVE_STREAM_ID, left.liveStreamId(), left))
                            .orElseGet(Reply::unchanged))
            .reading(LIVE_STREAM_ID);

    private AssetRows() {}

    private static boolean isDefault(ExchangeValues values) {
        Boolean isDefault = values.get(DEFAULT_CAPTION);
        return isDefault == null || isDefault;
    }

    /** A request about a file in one language of one video. */
    private static <T> Row ofLanguage(
            BiFunction<String, String, ApiCall<T>> request, BiFunction<T, ExchangeValues, Reply> reply) {
        return Row.call(assets, values -> request.apply(values.required(VIDEO_ID), values.required(LANGUAGE)), reply)
                .reading(VIDEO_ID, LANGUAGE);
    }
}
