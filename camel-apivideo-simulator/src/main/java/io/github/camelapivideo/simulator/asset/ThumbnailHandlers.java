// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.asset;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.VideoViews;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.AttributeRules;
import io.github.camelapivideo.simulator.problem.AttributeRules.Demand;
import io.github.camelapivideo.simulator.store.FileStore;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The thumbnail of a video: uploaded, or picked by its time. The simulator decodes no video: without an upload the
 * thumbnail is the same grey placeholder for all.
 */
public final class ThumbnailHandlers {

    private static final Pattern TIMECODE =
            Pattern.compile("\\d{2,3}:[0-5]\\d:[0-5]\\d(?:\\.\\d{1,3}|:\\d{1,3})?|\\d{1,7}");

    private static final AttributeRules PICK = AttributeRules.of(Map.of(
                    "timecode",
                    List.of(
                            AttributeRules.TEXT,
                            Demand.of(
                                    text -> TIMECODE.matcher((String) text).matches(),
                                    "must be a time such as 00:01:00.000 or 00:01:00:2"))))
            .requiring("timecode");

    private final VideoStore videos;
    private final FileStore files;
    private final Viewers viewers;
    private final VideoViews views;
    private final byte[] placeholder;

    public ThumbnailHandlers(VideoStore videos, FileStore files, Viewers viewers, VideoViews views) {
        this.videos = videos;
        this.files = files;
        this.viewers = viewers;
        this.views = views;
        try (InputStream image = ThumbnailHandlers.class.getResourceAsStream("thumbnail.jpg")) {
            this.placeholder = Objects.requireNonNull(image).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Answer upload(Call call) {
        StoredVideo video = videos.get(call.variable("videoId"));
        files.put(call.path(), FileRules.THUMBNAIL.read(call));
        video.pickThumbnail(null);
        return Answer.json(200, views.written(video));
    }

    public Answer pick(Call call) {
        StoredVideo video = videos.get(call.variable("videoId"));
        Map<String, Object> payload = call.payload();
        PICK.check(payload);
        files.remove(call.path());
        video.pickThumbnail((String) payload.get("timecode"));
        return Answer.json(200, views.written(video));
    }

    /** The image, as players load it. */
    public Answer deliver(Call call) {
        StoredVideo video = viewers.open(call).video();
        return files.get("/videos/" + video.videoId() + "/thumbnail")
                .map(FileRules::answer)
                .orElseGet(() -> Answer.file("image/jpeg", placeholder));
    }
}
