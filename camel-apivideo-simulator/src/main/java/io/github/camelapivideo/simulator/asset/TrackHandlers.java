// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.asset;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.AttributeRules;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.FileStore;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.Tracks;
import io.github.camelapivideo.simulator.store.Tracks.Track;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The operations on captions, or on chapters. */
public final class TrackHandlers {

    /** The two kinds of tracks; their names are as in the paths. */
    public enum Kind {
        CAPTIONS,
        CHAPTERS;

        private String path(String videoId) {
            return "/" + videoId + "/" + name().toLowerCase(Locale.ROOT);
        }

        private Tracks of(StoredVideo video) {
            return this == CAPTIONS ? video.captions() : video.chapters();
        }
    }

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*");
    private static final Listing<Track> LIST = Listing.create();
    private static final AttributeRules UPDATE = AttributeRules.of(Map.of("default", List.of(AttributeRules.FLAG)));

    private final Kind kind;
    private final VideoStore videos;
    private final FileStore files;
    private final boolean refuseSecond;
    private final Supplier<URI> base;

    /**
     * @param refuseSecond true if a second upload of a language is refused; false if it replaces the first
     * @param base the address of the simulator
     */
    public TrackHandlers(Kind kind, VideoStore videos, FileStore files, boolean refuseSecond, Supplier<URI> base) {
        this.kind = kind;
        this.videos = videos;
        this.files = files;
        this.refuseSecond = refuseSecond;
        this.base = base;
    }

    public Answer list(Call call) {
        StoredVideo video = video(call);
        return LIST.answer(kind.of(video).all(), track -> json(video, track), call);
    }

    public Answer get(Call call) {
        String language = language(call);
        StoredVideo video = video(call);
        return Answer.json(200, json(video, kind.of(video).get(language)));
    }

    public Answer upload(Call call) {
        String language = language(call);
        StoredVideo video = video(call);
        ReceivedFile file = FileRules.TRACK.read(call);
        if (refuseSecond && kind.of(video).find(language).isPresent()) {
            throw ProblemType.INVALID_ATTRIBUTE.because("language", "There is a file in this language already.");
        }
        files.put(call.path(), file);
        return Answer.json(200, json(video, kind.of(video).add(language)));
    }

    public Answer update(Call call) {
        String language = language(call);
        StoredVideo video = video(call);
        Tracks tracks = kind.of(video);
        Track track = tracks.get(language);
        Map<String, Object> changes = call.payload();
        UPDATE.check(changes);
        return Answer.json(
                200,
                json(video, changes.isEmpty() ? track : tracks.setDefault(language, (Boolean) changes.get("default"))));
    }

    public Answer delete(Call call) {
        kind.of(video(call)).remove(language(call));
        files.remove(call.path());
        return Answer.nothing();
    }

    /** The file itself, as players load it. */
    public Answer deliver(Call call) {
        StoredVideo video = video(call);
        Track track = kind.of(video).get(call.variable("file").replaceFirst("\\.vtt$", ""));
        return files.get("/videos" + kind.path(video.videoId()) + "/" + track.language())
                .map(file -> Answer.file("text/vtt", file.bytes()))
                .orElseThrow(() -> ProblemType.NOT_FOUND.because("language", "There is no such file."));
    }

    private StoredVideo video(Call call) {
        return videos.get(call.variable("videoId"));
    }

    private static String language(Call call) {
        String language = call.variable("language");
        if (!LANGUAGE.matcher(language).matches()) {
            throw ProblemType.INVALID_ATTRIBUTE.because(
                    "language",
                    "The \"language\" attribute must contain only letters and dashes (for example \"fr\", \"fr-BE\").");
        }
        return language;
    }

    private Map<String, Object> json(StoredVideo video, Track track) {
        String path = kind.path(video.videoId()) + "/" + track.language();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("uri", "/videos" + path);
        json.put("src", base.get() + "/vod" + path + ".vtt");
        if (kind == Kind.CAPTIONS) {
            json.put("srclang", track.language());
            json.put("languageName", Locale.forLanguageTag(track.language()).getDisplayName(Locale.ENGLISH));
            json.put("default", track.isDefault());
        } else {
            json.put("language", track.language());
        }
        return json;
    }
}
