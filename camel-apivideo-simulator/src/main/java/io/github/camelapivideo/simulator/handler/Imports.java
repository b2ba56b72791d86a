// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.Origin;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;

/** Creates containers with a source: the URL of a file, or another video of the account. */
final class Imports {

    private static final Pattern URL = Pattern.compile("(?i)https?://[^\\s/].*");
    private static final Pattern NO_HOST = Pattern.compile("(?i)https?://[^/?#]*\\.invalid(:\\d+)?([/?#].*)?");

    private final VideoStore videos;
    private final Clock clock;

    Imports(VideoStore videos, Clock clock) {
        this.videos = videos;
        this.clock = clock;
    }

    /** @param source a URL or a videoId */
    StoredVideo begin(String source, Map<String, Object> payload) {
        return videos.find(source).map(original -> copy(original, payload)).orElseGet(() -> download(source, payload));
    }

    private StoredVideo copy(StoredVideo original, Map<String, Object> payload) {
        StoredVideo copy = videos.create(Origin.COPY, payload, null);
        original.source().video().ifPresent(video -> copy.source().copy(video.file()));
        if (!original.processing().hasArrived(clock.instant())) {
            copy.processing().failImport();
        }
        return copy;
    }

    // Nothing is fetched: the download from a host that cannot exist fails, each other one succeeds.
    private StoredVideo download(String url, Map<String, Object> payload) {
        if (!URL.matcher(url).matches()) {
            throw ProblemType.INVALID_ATTRIBUTE.because(
                    "source", "The \"source\" attribute must be a URL or the videoId of one of your videos.");
        }
        StoredVideo download = videos.create(Origin.DOWNLOAD, payload, null);
        if (NO_HOST.matcher(url).matches()) {
            download.processing().failImport();
        }
        return download;
    }
}
