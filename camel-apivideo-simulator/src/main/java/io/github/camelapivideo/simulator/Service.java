// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The calls of the service. Thread-safe. */
final class Service {

    private final AccessTokens tokens;
    private final VideoStore videos;
    private final UploadTokens uploadTokens;
    private final Clock clock;
    private final Supplier<URI> base;

    Service(AccessTokens tokens, VideoStore videos, UploadTokens uploadTokens, Clock clock, Supplier<URI> base) {
        this.tokens = tokens;
        this.videos = videos;
        this.uploadTokens = uploadTokens;
        this.clock = clock;
        this.base = base;
    }

    Reply token(Call call) {
        return Reply.json(200, tokens.byKey(call.payload().get("apiKey")));
    }

    Reply refresh(Call call) {
        return Reply.json(200, tokens.byRefreshToken(call.payload().get("refreshToken")));
    }

    Reply create(Call call) {
        Map<String, Object> payload = call.payload();
        VideoRules.checkCreation(payload);
        return Reply.json(
                payload.get("source") == null ? 201 : 202,
                videos.create(payload, null).json(base.get()));
    }

    Reply list(Call call) {
        return Reply.json(200, new VideoList(call.query()).of(videos.all(), base.get()));
    }

    Reply get(Call call) {
        return Reply.json(200, videos.get(call.variable(0)).json(base.get()));
    }

    Reply update(Call call) {
        StoredVideo video = videos.get(call.variable(0));
        Map<String, Object> changes = call.payload();
        VideoRules.check(changes);
        video.update(changes, clock.instant());
        return Reply.json(200, video.json(base.get()));
    }

    Reply delete(Call call) {
        videos.delete(call.variable(0));
        return Reply.nothing();
    }

    Reply status(Call call) {
        return Reply.json(200, videos.get(call.variable(0)).status());
    }

    Reply source(Call call) {
        return accept(videos.get(call.variable(0)), call);
    }

    Reply delegated(Call call) {
        String token = call.query().getValue("token");
        uploadTokens.check(token);
        String videoId = call.form().field("videoId");
        if (videoId != null) {
            return accept(delegatedVideo(videoId, token), call);
        }
        // A first request that is refused leaves no container.
        ContentRange range = call.contentRange();
        Map<String, Object> attributes = new LinkedHashMap<>();
        attributes.put("title", call.form().file().fileName());
        StoredVideo video = videos.create(attributes, token);
        try {
            video.accept(range, call.form().file().path());
        } catch (Refusal refusal) {
            videos.forget(video);
            throw refusal;
        }
        return Reply.json(201, video.json(base.get()));
    }

    private StoredVideo delegatedVideo(String videoId, String token) {
        return videos.find(videoId)
                .filter(video -> token.equals(video.uploadToken()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(
                        "videoId", "There is no video " + videoId + " that was made with this token."));
    }

    private Reply accept(StoredVideo video, Call call) {
        video.accept(call.contentRange(), call.form().file().path());
        return Reply.json(201, video.json(base.get()));
    }

    Reply createUploadToken(Call call) {
        return Reply.json(
                201,
                uploadTokens.create(
                        call.json().length == 0 ? null : call.payload().get("ttl")));
    }

    Reply listUploadTokens(Call call) {
        return Reply.json(200, Map.of("data", uploadTokens.list()));
    }

    Reply getUploadToken(Call call) {
        return Reply.json(200, uploadTokens.get(call.variable(0)));
    }

    Reply deleteUploadToken(Call call) {
        uploadTokens.delete(call.variable(0));
        return Reply.nothing();
    }
}
