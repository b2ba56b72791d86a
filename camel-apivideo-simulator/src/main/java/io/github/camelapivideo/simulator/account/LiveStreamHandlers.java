// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.asset.FileRules;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.AttributeRules;
import io.github.camelapivideo.simulator.problem.AttributeRules.Demand;
import io.github.camelapivideo.simulator.problem.Problem;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.problem.Refusal;
import io.github.camelapivideo.simulator.store.FileStore;
import io.github.camelapivideo.simulator.store.Identifiers;
import java.net.URI;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Live streams: create, list, show, update, complete and delete; their thumbnails. */
public final class LiveStreamHandlers {

    private static final AttributeRules UPDATE = AttributeRules.of(Map.of(
            "name",
            List.of(Demand.of(name -> name instanceof String text && !text.isBlank(), "must not be blank")),
            "public",
            List.of(AttributeRules.FLAG),
            "playerId",
            List.of(AttributeRules.TEXT),
            "restreams",
            List.of()));

    private static final AttributeRules CREATION = UPDATE.requiring("name");

    private static final Listing<Resource> LIST = Listing.<Resource>create()
            .filter("streamKey", key -> stream -> key.equals(stream.get("streamKey")))
            .filter("name", part -> stream -> stream.text("name").contains(part))
            .order("createdAt", "desc", Comparator.comparing(Resource::createdAt))
            .order("updatedAt", "desc", Comparator.comparing(Resource::updatedAt))
            .order("name", "desc", Comparator.comparing(stream -> stream.text("name")));

    private final LiveStreams streams;
    private final FileStore files;
    private final Supplier<URI> base;

    /** @param base the address of the simulator */
    LiveStreamHandlers(LiveStreams streams, FileStore files, Supplier<URI> base) {
        this.files = files;
        this.streams = streams;
        this.base = base;
    }

    public Answer create(Call call) {
        Map<String, Object> attributes = new LinkedHashMap<>(Map.of("public", true, "restreams", List.of()));
        attributes.putAll(checked(CREATION, call));
        attributes.put("streamKey", Identifiers.next("", 36));
        attributes.put("broadcasting", false);
        return Answer.json(200, json(streams.all().create(attributes)));
    }

    private static Map<String, Object> checked(AttributeRules rules, Call call) {
        Map<String, Object> payload = rules.check(call.payload());
        List<Problem> problems =
                payload.containsKey("restreams") ? Restreams.problems(payload.get("restreams")) : List.of();
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return payload;
    }

    public Answer list(Call call) {
        return LIST.answer(streams.all().all(), this::json, call);
    }

    public Answer get(Call call) {
        return Answer.json(200, json(stream(call)));
    }

    public Answer update(Call call) {
        Resource stream = stream(call);
        return Answer.json(200, json(streams.all().update(stream.id(), checked(UPDATE, call))));
    }

    public Answer delete(Call call) {
        streams.all().delete(call.variable(LiveStreams.ID));
        files.removeBelow(call.path());
        return Answer.nothing();
    }

    /** Ends the broadcast; a stream that does not broadcast stays as it is. */
    public Answer complete(Call call) {
        streams.end(stream(call).id());
        return Answer.accepted();
    }

    public Answer uploadThumbnail(Call call) {
        Resource stream = stream(call);
        files.put(call.path(), FileRules.THUMBNAIL.read(call));
        return Answer.json(201, json(stream));
    }

    /** Deletes the thumbnail, and answers with the stream; a stream without one stays as it is. */
    public Answer deleteThumbnail(Call call) {
        Resource stream = stream(call);
        files.remove(call.path());
        return Answer.json(200, json(stream));
    }

    /** The image itself, as players load it. */
    public Answer deliverThumbnail(Call call) {
        return files.get("/live-streams/" + stream(call).id() + "/thumbnail")
                .map(FileRules::answer)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(LiveStreams.ID, "The stream has no thumbnail."));
    }

    private Resource stream(Call call) {
        return streams.all().get(call.variable(LiveStreams.ID));
    }

    private Map<String, Object> json(Resource stream) {
        String player = base.get() + "/live/" + stream.id();
        Map<String, Object> json = stream.json(LiveStreams.ID);
        json.put(
                "assets",
                Map.of(
                        "hls", player + ".m3u8",
                        "iframe",
                                "<iframe src=\"" + player + "\" width=\"100%\" height=\"100%\" frameborder=\"0\""
                                        + " scrolling=\"no\" allowfullscreen=\"\"></iframe>",
                        "player", player,
                        "thumbnail", player + "/thumbnail.jpg"));
        return json;
    }
}
