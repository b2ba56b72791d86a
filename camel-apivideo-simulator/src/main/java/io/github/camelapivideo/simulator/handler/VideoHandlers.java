// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Page;
import io.github.camelapivideo.simulator.answer.StatusJson;
import io.github.camelapivideo.simulator.answer.VideoJson;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.Origin;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Below {@code /videos}, except for uploads. */
public final class VideoHandlers {

    private final VideoStore videos;
    private final Clock clock;
    private final Duration assemblyTime;
    private final Duration encodingTime;
    private final Duration listLag;
    private final Duration recordLag;
    private final Supplier<URI> base;

    /**
     * @param assemblyTime from the last byte until the status says that the video has arrived
     * @param encodingTime from the last byte until a video is playable
     * @param listLag from the creation of a container until the list has it
     * @param recordLag from the arrival of something until the status tells of it
     * @param base where the simulator listens
     */
    public VideoHandlers(
            VideoStore videos,
            Clock clock,
            Duration assemblyTime,
            Duration encodingTime,
            Duration listLag,
            Duration recordLag,
            Supplier<URI> base) {
        this.videos = videos;
        this.clock = clock;
        this.assemblyTime = assemblyTime;
        this.encodingTime = encodingTime;
        this.listLag = listLag;
        this.recordLag = recordLag;
        this.base = base;
    }

    public Answer create(Call call) {
        Map<String, Object> payload = call.payload();
        VideoRules.checkCreation(payload);
        String source = (String) payload.get("source");
        return source == null
                ? created(201, videos.create(Origin.UPLOAD, payload, null), call)
                : created(202, ingest(source, payload), call);
    }

    private Answer created(int status, StoredVideo video, Call call) {
        call.log().concerns(video.videoId());
        return Answer.json(status, json(video));
    }

    private VideoJson json(StoredVideo video) {
        return VideoJson.of(video, base.get());
    }

    private StoredVideo ingest(String source, Map<String, Object> payload) {
        Optional<StoredVideo> original = videos.find(source);
        if (original.isEmpty()) {
            checkUrl(source);
            return videos.create(Origin.DOWNLOAD, payload, null);
        }
        StoredVideo copy = videos.create(Origin.COPY, payload, null);
        original.flatMap(video -> video.source().video())
                .ifPresent(video -> copy.source().copy(video.file()));
        return copy;
    }

    private static void checkUrl(String source) {
        if (!source.matches("(?i)https?://[^\\s/].*")) {
            throw ProblemType.INVALID_ATTRIBUTE.because(
                    "source", "The \"source\" attribute must be a URL or the videoId of one of your videos.");
        }
    }

    public Answer list(Call call) {
        Instant youngest = clock.instant().minus(listLag);
        List<StoredVideo> listed = videos.all().stream()
                .filter(video -> !video.createdAt().isAfter(youngest))
                .toList();
        return Answer.json(
                200, Page.of(VideoQuery.find(listed, call.query()), this::json, call.query(), base.get() + "/videos"));
    }

    public Answer get(Call call) {
        return Answer.json(200, json(video(call)));
    }

    public Answer update(Call call) {
        StoredVideo video = video(call);
        video.update(VideoRules.checkUpdate(call.payload()), clock.instant());
        return Answer.json(200, json(video));
    }

    public Answer delete(Call call) {
        videos.delete(call.variable("videoId"));
        return Answer.nothing();
    }

    public Answer status(Call call) {
        StoredVideo video = video(call);
        Instant known = clock.instant().minus(recordLag);
        boolean arrived = isComplete(video, known.minus(assemblyTime));
        boolean playable = arrived && isComplete(video, known.minus(encodingTime));
        return Answer.json(200, StatusJson.of(video, video.source().receivedUntil(known), arrived, playable));
    }

    private static boolean isComplete(StoredVideo video, Instant moment) {
        return video.source().completedAt().filter(end -> !moment.isBefore(end)).isPresent();
    }

    private StoredVideo video(Call call) {
        return videos.get(call.variable("videoId"));
    }
}
