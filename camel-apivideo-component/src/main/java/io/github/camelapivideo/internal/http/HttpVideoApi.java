// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoPage;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.upload.Abort;
import io.github.camelapivideo.internal.upload.OneLine;
import io.github.camelapivideo.internal.upload.Pace;
import io.github.camelapivideo.internal.upload.SourceException;
import java.io.IOException;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/** The calls on containers over HTTP. Thread-safe. */
public final class HttpVideoApi implements VideoApi {

    private final HttpCalls calls;
    private final Abort abort;

    /** @param abort ends calls that are under way */
    public HttpVideoApi(HttpCalls calls, Abort abort) {
        this.calls = calls;
        this.abort = abort;
    }

    @Override
    public Video create(VideoCreation creation) throws ApiVideoException {
        return call(
                "Creating a container",
                Pace.Budget.WRITES,
                moved -> HttpCalls.post(calls.uri("videos"), creation),
                HttpVideoApi::readVideo);
    }

    @Override
    public Video get(String videoId) throws ApiVideoException {
        return call(
                "Getting " + videoId,
                Pace.Budget.READS,
                moved -> new HttpGet(calls.uri("videos", videoId)),
                HttpVideoApi::readVideo);
    }

    @Override
    public VideoPage find(Metadata entry, int page) throws ApiVideoException {
        return find("videos", entry, page, "videos");
    }

    @Override
    public VideoPage findDiscarded(Metadata entry, int page) throws ApiVideoException {
        return find("discarded videos", entry, page, "discarded", "videos");
    }

    private VideoPage find(String what, Metadata entry, int page, String... path) throws ApiVideoException {
        Map<String, String> query = Map.of(
                "metadata[" + entry.key() + "]",
                entry.value(),
                "sortBy",
                "createdAt",
                "sortOrder",
                "asc",
                "currentPage",
                String.valueOf(page),
                "pageSize",
                "100");
        return call(
                "Looking for " + what + " with metadata " + entry.key() + "=" + OneLine.of(entry.value()),
                Pace.Budget.READS,
                moved -> new HttpGet(calls.uri(query, path)),
                body -> VideoJson.read(body, FoundVideos.class).page(entry, page));
    }

    @Override
    public VideoStatus status(String videoId) throws ApiVideoException {
        return call(
                "Getting the status of " + videoId,
                Pace.Budget.READS,
                moved -> new HttpGet(calls.uri("videos", videoId, "status")),
                body -> VideoJson.read(body, VideoStatus.class));
    }

    @Override
    public void delete(String videoId) throws ApiVideoException {
        call(
                "Deleting " + videoId,
                Pace.Budget.WRITES,
                moved -> new HttpDelete(calls.uri("videos", videoId)),
                body -> nothing(body, videoId));
    }

    // A page in place of the answer, as proxies serve, deletes nothing.
    private static String nothing(byte[] body, String videoId) throws IOException {
        if (body.length > 0) {
            throw new IOException("there is a body in the answer to a deletion");
        }
        return videoId;
    }

    static Video readVideo(byte[] body) throws IOException {
        Video video = VideoJson.read(body, Video.class);
        if (video.videoId() == null) {
            throw new IOException("there is no videoId in the answer");
        }
        return video;
    }

    private <T> T call(String what, Pace.Budget budget, HttpCalls.Making request, HttpCalls.Reading<T> reading)
            throws ApiVideoException {
        try {
            return calls.call(what, budget, request, abort, reading);
        } catch (SourceException e) {
            throw new IllegalStateException("No source takes part in this call", e);
        }
    }
}
