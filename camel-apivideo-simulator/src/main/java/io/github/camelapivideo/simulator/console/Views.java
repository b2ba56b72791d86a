// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.console;

import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.intake.VideoAssembly;
import io.github.camelapivideo.simulator.intake.VideoSource;
import io.github.camelapivideo.simulator.store.RequestLog;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the simulator has, as JSON has it. Thread-safe. */
public final class Views {

    /**
     * A container.
     *
     * @param size the bytes of the parts that have arrived
     * @param parts the numbers of the parts that have arrived, ascending
     * @param underWay the numbers of the parts that are arriving
     * @param totalParts null until a request has stated it
     * @param sha256 null in lists, which do not wait for it, and until the video is complete
     * @param video the path of the whole video; null until it is complete
     */
    record Container(
            String videoId,
            String title,
            String createdAt,
            boolean complete,
            long size,
            List<Integer> parts,
            List<Integer> underWay,
            Integer totalParts,
            String sha256,
            String video) {

        static Container of(StoredVideo stored, List<Integer> underWay, String sha256) {
            VideoSource source = stored.source();
            boolean complete = source.isComplete();
            boolean inOnePiece = complete && source.parts().isEmpty();
            return new Container(
                    stored.videoId(),
                    stored.title(),
                    stored.createdAt().toString(),
                    complete,
                    source.size(),
                    inOnePiece ? List.of(1) : source.parts(),
                    underWay,
                    inOnePiece ? Integer.valueOf(1) : source.totalParts(),
                    sha256,
                    complete ? Controls.ROOT + "containers/" + stored.videoId() + "/video.mp4" : null);
        }
    }

    /** A request and its answer; see {@link RecordedRequest}. */
    record Ended(
            long sequence,
            String startedAt,
            long millis,
            String kind,
            String method,
            String path,
            String videoId,
            String contentRange,
            int part,
            String fileName,
            long bytes,
            int status,
            String problem,
            Map<String, String> headers) {

        static Ended of(RecordedRequest request) {
            return new Ended(
                    request.sequence(),
                    request.startedAt().toString(),
                    Duration.between(request.startedAt(), request.finishedAt()).toMillis(),
                    request.kind().typed(),
                    request.method(),
                    request.path(),
                    request.videoId(),
                    request.contentRange(),
                    request.partNumber(),
                    request.fileName(),
                    request.bodyBytes(),
                    request.status(),
                    request.problemSlug(),
                    request.headers());
        }
    }

    private final VideoStore videos;
    private final RequestLog log;

    public Views(VideoStore videos, RequestLog log) {
        this.videos = videos;
        this.log = log;
    }

    /** The youngest containers, at most this many, the youngest first. */
    List<Container> containers(int most) {
        Map<String, List<Integer>> underWay = underWay();
        List<StoredVideo> all = videos.all();
        List<Container> youngest = all.subList(Math.max(0, all.size() - most), all.size()).stream()
                .map(video -> Container.of(video, underWay.getOrDefault(video.videoId(), List.of()), null))
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(youngest);
        return youngest;
    }

    private Map<String, List<Integer>> underWay() {
        return log.underWay().stream()
                .filter(upload -> upload.videoId() != null && upload.part() > 0)
                .collect(Collectors.groupingBy(
                        RequestLog.UnderWay::videoId,
                        Collectors.mapping(RequestLog.UnderWay::part, Collectors.toList())));
    }

    /** One container with its digest; empty if it does not exist. Waits until a complete video is assembled. */
    Optional<Container> container(String videoId) {
        return videos.find(videoId)
                .map(video -> Container.of(
                        video,
                        underWay().getOrDefault(videoId, List.of()),
                        whole(video).map(VideoAssembly.Video::sha256).orElse(null)));
    }

    /** The whole video; empty if there is none. */
    Optional<VideoAssembly.Video> video(String videoId) {
        return videos.find(videoId).flatMap(Views::whole);
    }

    private static Optional<VideoAssembly.Video> whole(StoredVideo video) {
        return video.source().video();
    }

    /** The requests that have ended last, at most this many, in the order of their arrival. */
    List<Ended> requests(int most) {
        return log.last(most).stream().map(Ended::of).toList();
    }
}
