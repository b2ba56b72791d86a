// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.account.Summaries;
import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.StatusJson;
import io.github.camelapivideo.simulator.answer.VideoViews;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.Origin;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import io.github.camelapivideo.simulator.store.Watermarks;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The operations below {@code /videos}, except uploads. */
public final class VideoHandlers {

    private final VideoStore videos;
    private final Imports imports;
    private final Watermarks watermarks;
    private final Clock clock;
    private final VideoDelays delays;
    private final Summaries summaries;
    private final Transcripts transcripts;
    private final VideoViews views;

    public VideoHandlers(
            VideoStore videos,
            Watermarks watermarks,
            Clock clock,
            VideoDelays delays,
            Summaries summaries,
            Transcripts transcripts,
            VideoViews views) {
        this.transcripts = transcripts;
        this.summaries = summaries;
        this.videos = videos;
        this.imports = new Imports(videos, clock);
        this.watermarks = watermarks;
        this.clock = clock;
        this.delays = delays;
        this.views = views;
    }

    public Answer create(Call call) {
        Map<String, Object> payload = call.payload();
        VideoRules.checkCreation(payload);
        checkWatermark(payload);
        String source = (String) payload.get("source");
        return source == null
                ? created(201, videos.create(Origin.UPLOAD, payload, null), call)
                : created(202, imports.begin(source, payload), call);
    }

    private void checkWatermark(Map<String, Object> payload) {
        if (payload.get("watermark") instanceof Map<?, ?> watermark
                && !watermarks.contains((String) watermark.get("id"))) {
            throw ProblemType.INVALID_ATTRIBUTE.because(
                    "watermark", "There is no watermark " + watermark.get("id") + ".");
        }
    }

    private Answer created(int status, StoredVideo video, Call call) {
        call.recordVideo(video.videoId());
        if (wantsSummary(video.attributes())) {
            summaries.generate(video.videoId(), video.attributes());
        }
        transcripts.ask(video);
        return Answer.json(status, views.written(video));
    }

    private static boolean wantsSummary(Map<String, Object> attributes) {
        return Boolean.TRUE.equals(attributes.get("transcriptSummary"));
    }

    public Answer list(Call call) {
        Instant youngest = clock.instant().minus(delays.list());
        List<StoredVideo> listed = videos.all().stream()
                .filter(video -> !video.createdAt().isAfter(youngest))
                .toList();
        return VideoQuery.LIST.answer(listed, views::read, call);
    }

    public Answer get(Call call) {
        return Answer.json(200, views.read(video(call)));
    }

    public Answer update(Call call) {
        StoredVideo video = video(call);
        Map<String, Object> changes = call.payload();
        VideoRules.checkUpdate(changes);
        if (wantsSummary(changes)) {
            summaries.generate(video.videoId(), changes);
        }
        video.update(changes, clock.instant());
        if (changes.containsKey("language") || changes.containsKey("transcript")) {
            transcripts.ask(video);
        }
        return Answer.json(200, views.written(video));
    }

    public Answer delete(Call call) {
        videos.delete(call.variable("videoId"));
        return Answer.nothing();
    }

    public Answer status(Call call) {
        StoredVideo video = video(call);
        Instant known = clock.instant().minus(delays.record());
        return Answer.json(200, StatusJson.of(video, video.source().receivedUntil(known), known));
    }

    /** The qualities of a video that are encoded now, whatever age the status shows. */
    public List<EncodingEvents.Encoded> encoded(StoredVideo video) {
        return video.qualities(clock.instant()).stream()
                .filter(quality -> quality.status().equals("encoded"))
                .map(quality -> new EncodingEvents.Encoded(
                        quality.type(), quality.quality(), video.processing().endOf(quality)))
                .toList();
    }

    private StoredVideo video(Call call) {
        return videos.get(call.variable("videoId"));
    }
}
