// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.problem.ProblemType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The captions or the chapters of one video: one track for each language. Thread-safe. */
public final class Tracks {

    /** @param isDefault true if a player shows it without being asked */
    public record Track(String language, boolean isDefault) {}

    // Guarded by this
    private final Map<String, Track> tracks = new LinkedHashMap<>();

    /** The tracks in the order of their creation. */
    public synchronized List<Track> all() {
        return List.copyOf(tracks.values());
    }

    public synchronized Optional<Track> find(String language) {
        return Optional.ofNullable(tracks.get(language));
    }

    /** The track of a language; refuses the request if there is none. */
    public synchronized Track get(String language) {
        return find(language)
                .orElseThrow(() -> ProblemType.NOT_FOUND.because(
                        "language", "There is nothing in the language " + language + "."));
    }

    /** Adds a language, unless it is there. */
    public synchronized Track add(String language) {
        return tracks.computeIfAbsent(language, added -> new Track(added, false));
    }

    /** Makes a track the only default, or makes it no default. */
    public synchronized Track setDefault(String language, boolean isDefault) {
        get(language);
        if (isDefault) {
            tracks.replaceAll((name, track) -> new Track(name, false));
        }
        Track changed = new Track(language, isDefault);
        tracks.put(language, changed);
        return changed;
    }

    public synchronized void remove(String language) {
        get(language);
        tracks.remove(language);
    }
}
