// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.internal.input.Input;
import io.github.camelapivideo.internal.input.Inputs;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of operations. Each row is beside those of its kind: {@link UploadRows}, {@link VideoRows}, {@link
 * AssetRows}, {@link AccountRows}, {@link PlayerRows}.
 */
public enum ApiVideoOperation {
    upload(UploadRows.UPLOAD),
    createVideo(UploadRows.CREATE_VIDEO),
    planParts(UploadRows.PLAN_PARTS),
    uploadPart(UploadRows.UPLOAD_PART),
    importVideo(UploadRows.IMPORT_VIDEO),
    cloneVideo(UploadRows.CLONE_VIDEO),

    getVideo(VideoRows.GET_VIDEO),
    getStatus(VideoRows.GET_STATUS),
    waitForVideo(VideoRows.WAIT_FOR_VIDEO),
    deleteVideo(VideoRows.DELETE_VIDEO),
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
    uploadWatermark(AssetRows.UPLOAD_WATERMARK),
    deleteWatermark(AssetRows.DELETE_WATERMARK),

    createUploadToken(AccountRows.CREATE_UPLOAD_TOKEN),
    getUploadToken(AccountRows.GET_UPLOAD_TOKEN),
    deleteUploadToken(AccountRows.DELETE_UPLOAD_TOKEN),

    createPlayer(PlayerRows.CREATE_PLAYER),
    getPlayer(PlayerRows.GET_PLAYER),
    updatePlayer(PlayerRows.UPDATE_PLAYER),
    deletePlayer(PlayerRows.DELETE_PLAYER),

    createLiveStream(PlayerRows.CREATE_LIVE_STREAM),
    getLiveStream(PlayerRows.GET_LIVE_STREAM),
    updateLiveStream(PlayerRows.UPDATE_LIVE_STREAM),
    deleteLiveStream(PlayerRows.DELETE_LIVE_STREAM),
    completeLiveStream(PlayerRows.COMPLETE_LIVE_STREAM);

    private final Row row;

    ApiVideoOperation(Row row) {
        this.row = row;
    }

    /** Returns the name of the part of the documents that it belongs to. */
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

    /**
     * Returns the options that only this operation and some others read; a group such as {@code metadata.*} by its
     * name.
     */
    public Set<String> options() {
        return names(Input::option);
    }

    /** Returns true if it creates a video: only then are the component's options for new videos its own, too. */
    public boolean createsVideo() {
        return row.inputs().contains(Inputs.CREATION);
    }

    /** Returns the headers that it reads. */
    public Set<String> headers() {
        return names(Input::header);
    }

    private Set<String> names(Function<Input<?>, String> part) {
        return row.inputs().stream()
                .map(part)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns the options that only some operations read. */
    public static Set<String> ownOptions() {
        return Arrays.stream(values())
                .flatMap(operation -> operation.options().stream())
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

    /**
     * Refuses options that other operations read, and this one does not: they would have no effect.
     *
     * @param set the names of options as a URI may write them
     * @throws IllegalArgumentException if there is one
     */
    public void refuseUnread(Collection<String> set) {
        Set<String> written = set.stream().map(ApiVideoOperation::plain).collect(Collectors.toSet());
        List<String> unread = ownOptions().stream()
                .filter(option -> !options().contains(option) && written.contains(plain(option)))
                .toList();
        if (!unread.isEmpty()) {
            throw new IllegalArgumentException(String.join(", ", unread) + ": " + name() + " does not read "
                    + (unread.size() == 1 ? "this option" : "these options") + "; allowed are "
                    + String.join(", ", options())
                    + ", and the options of all operations, which are in docs/options.md");
        }
    }

    // part-number and PARTNUMBER are partNumber; metadata.author belongs to metadata.
    private static String plain(String option) {
        return option.replaceFirst("\\..*", "").replace("-", "").toLowerCase(Locale.ROOT);
    }
}
