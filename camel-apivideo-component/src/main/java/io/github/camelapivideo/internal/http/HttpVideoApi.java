// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoPage;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.Cancellation;
import io.github.camelapivideo.internal.call.LogSafe;
import io.github.camelapivideo.internal.call.OddAnswerException;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.SourceException;
import java.io.IOException;
import java.util.Map;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;

/** The calls on containers over HTTP. Thread-safe. */
public final class HttpVideoApi implements VideoApi {

    private static final String VIDEO_ID_FORM = "[A-Za-z0-9_-]{1,100}";

    private final HttpCalls calls;
    private final Cancellation cancellation;

    /** @param cancellation ends calls that are under way */
    public HttpVideoApi(HttpCalls calls, Cancellation cancellation) {
        this.calls = calls;
        this.cancellation = cancellation;
    }

    @Override
    public Video create(VideoCreation creation) throws ApiVideoException {
        return call(
                "Creating a container",
                RequestGate.Budget.WRITES,
                guard -> HttpCalls.post(calls.uri("videos"), creation),
                HttpVideoApi::readVideo);
    }

    @Override
    public Video get(String videoId) throws ApiVideoException {
        return call(
                "Getting " + videoId,
                RequestGate.Budget.READS,
                guard -> new HttpGet(calls.uri("videos", videoId)),
                body -> readVideo(body, videoId));
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
                String.valueOf(FoundVideos.PAGE_SIZE));
        return call(
                "Looking for " + what + " with metadata " + entry.key() + "=" + LogSafe.of(entry.value()),
                RequestGate.Budget.READS,
                guard -> new HttpGet(calls.uri(query, path)),
                body -> AnswerJson.read(body, FoundVideos.class).page(entry, page));
    }

    @Override
    public VideoStatus status(String videoId) throws ApiVideoException {
        return call(
                "Getting the status of " + videoId,
                RequestGate.Budget.READS,
                guard -> new HttpGet(calls.uri("videos", videoId, "status")),
                StatusReading::read);
    }

    @Override
    public void delete(String videoId) throws ApiVideoException {
        call(
                "Deleting " + videoId,
                RequestGate.Budget.WRITES,
                guard -> new HttpDelete(calls.uri("videos", videoId)),
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
        return checked(AnswerJson.read(body, Video.class));
    }

    /**
     * The same for a request about one video: an answer about another, as a mixed-up proxy or cache gives it, is none.
     *
     * @param videoId null if the request creates the video
     * @throws OddAnswerException if it is about another
     */
    static Video readVideo(byte[] body, String videoId) throws IOException {
        if (videoId == null) {
            return readVideo(body);
        }
        Video video = checked(AnswerJson.read(named(AnswerJson.tree(body), videoId), Video.class));
        if (!videoId.equals(video.videoId())) {
            throw new OddAnswerException("it describes video " + video.videoId() + " instead of " + videoId
                    + ": look for a proxy or cache in between that mixes up answers");
        }
        return video;
    }

    /** The answer with the identifier that is known, if it has none that can be understood. */
    private static JsonNode named(JsonNode answer, String videoId) {
        JsonNode told = answer.path("videoId");
        boolean understood = told.isTextual() && told.textValue().matches(VIDEO_ID_FORM);
        if (answer instanceof ObjectNode video && !understood) {
            video.put("videoId", videoId);
        }
        return answer;
    }

    /** @throws OddAnswerException if the videoId is not of the form that goes into URLs, logs and headers */
    static Video checked(Video video) throws OddAnswerException {
        if (!video.videoId().matches(VIDEO_ID_FORM)) {
            throw new OddAnswerException("its videoId has characters that no videoId has");
        }
        return video;
    }

    private <T> T call(String what, RequestGate.Budget budget, HttpCalls.Making request, Answer.Reading<T> reading)
            throws ApiVideoException {
        try {
            return calls.call(what, budget, request, cancellation, reading);
        } catch (SourceException e) {
            throw new IllegalStateException("No source takes part in this call", e);
        }
    }
}
