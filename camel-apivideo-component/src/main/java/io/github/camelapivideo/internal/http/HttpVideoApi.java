// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoApi;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.upload.Abort;
import io.github.camelapivideo.internal.upload.Pace;
import io.github.camelapivideo.internal.upload.SourceException;
import java.io.IOException;
import java.util.function.Supplier;
import org.apache.hc.client5.http.classic.methods.HttpDelete;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;

/** The calls on containers over HTTP. Thread-safe. */
public final class HttpVideoApi implements VideoApi {

    private final HttpCalls calls;

    public HttpVideoApi(HttpCalls calls) {
        this.calls = calls;
    }

    @Override
    public Video create(VideoCreation creation) throws ApiVideoException {
        return call(
                "Creating a container",
                Pace.Budget.WRITES,
                () -> HttpCalls.post(calls.uri("videos"), creation),
                HttpVideoApi::readVideo);
    }

    @Override
    public Video get(String videoId) throws ApiVideoException {
        return call(
                "Getting " + videoId,
                Pace.Budget.READS,
                () -> new HttpGet(calls.uri("videos", videoId)),
                HttpVideoApi::readVideo);
    }

    @Override
    public VideoStatus status(String videoId) throws ApiVideoException {
        return call(
                "Getting the status of " + videoId,
                Pace.Budget.READS,
                () -> new HttpGet(calls.uri("videos", videoId, "status")),
                body -> VideoJson.read(body, VideoStatus.class));
    }

    @Override
    public void delete(String videoId) throws ApiVideoException {
        call(
                "Deleting " + videoId,
                Pace.Budget.WRITES,
                () -> new HttpDelete(calls.uri("videos", videoId)),
                body -> videoId);
    }

    static Video readVideo(byte[] body) throws IOException {
        Video video = VideoJson.read(body, Video.class);
        if (video.videoId() == null) {
            throw new IOException("there is no videoId in the answer");
        }
        return video;
    }

    private <T> T call(
            String what, Pace.Budget budget, Supplier<HttpUriRequestBase> request, HttpCalls.Reading<T> reading)
            throws ApiVideoException {
        try {
            return calls.call(what, budget, request, new Abort(), reading);
        } catch (SourceException e) {
            throw new IllegalStateException("No source takes part in this call", e);
        }
    }
}
