// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.server;

import io.github.camelapivideo.simulator.analytics.AnalyticsHandlers;
import io.github.camelapivideo.simulator.answer.VideoViews;
import io.github.camelapivideo.simulator.asset.ThumbnailHandlers;
import io.github.camelapivideo.simulator.asset.TrackHandlers;
import io.github.camelapivideo.simulator.asset.Viewers;
import io.github.camelapivideo.simulator.asset.WatermarkHandlers;
import io.github.camelapivideo.simulator.handler.DeliveryHandlers;
import io.github.camelapivideo.simulator.handler.DiscardedVideoHandlers;
import io.github.camelapivideo.simulator.handler.EncodingEvents;
import io.github.camelapivideo.simulator.handler.LoginHandlers;
import io.github.camelapivideo.simulator.handler.Transcripts;
import io.github.camelapivideo.simulator.handler.UploadHandlers;
import io.github.camelapivideo.simulator.handler.VideoHandlers;
import io.github.camelapivideo.simulator.route.AccountRoutes;
import io.github.camelapivideo.simulator.route.AssetRoutes;
import io.github.camelapivideo.simulator.route.DeliveryRoutes;
import io.github.camelapivideo.simulator.route.RouteTable;
import io.github.camelapivideo.simulator.route.VideoRoutes;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;

/** The operations and the sources of events of one simulator. Thread-safe. */
final class Operations {

    private final SimulatorSettings settings;
    private final ServiceState state;
    private final Supplier<URI> base;
    private final VideoViews views;
    private final Transcripts transcripts;
    private final VideoHandlers videos;
    private final EncodingEvents encodingEvents;

    /** @param base the address of the simulator */
    Operations(SimulatorSettings settings, ServiceState state, Supplier<URI> base) {
        this.settings = settings;
        this.state = state;
        this.base = base;
        this.views = new VideoViews(state.privateTokens(), base);
        this.transcripts = new Transcripts(state.videos(), state.files(), state.webhooks(), settings.clock());
        this.videos = new VideoHandlers(
                state.videos(),
                state.watermarks(),
                settings.clock(),
                settings.delays(),
                state.account().summaryGeneration(),
                transcripts,
                views);
        this.encodingEvents = new EncodingEvents(state.videos(), videos::encoded, state.webhooks());
    }

    RouteTable routes() {
        Viewers viewers = new Viewers(state.videos(), state.privateTokens());
        ThumbnailHandlers thumbnails = new ThumbnailHandlers(state.videos(), state.files(), viewers, views);
        TrackHandlers captions = tracks(TrackHandlers.Kind.CAPTIONS);
        TrackHandlers chapters = tracks(TrackHandlers.Kind.CHAPTERS);
        return new RouteTable(
                AccountRoutes.of(
                        new LoginHandlers(state.tokens()),
                        state.account(),
                        new AnalyticsHandlers(state.analytics(), settings.clock())),
                VideoRoutes.of(videos, new DiscardedVideoHandlers(state.videos(), views), uploads()),
                AssetRoutes.of(
                        thumbnails, captions, chapters, new WatermarkHandlers(state.watermarks(), state.files())),
                DeliveryRoutes.of(new DeliveryHandlers(viewers), viewers, thumbnails, captions, chapters));
    }

    private UploadHandlers uploads() {
        return new UploadHandlers(
                state.videos(),
                state.uploadTokens(),
                state.tokens(),
                settings.choices().refuseAccountVideos(),
                views);
    }

    private TrackHandlers tracks(TrackHandlers.Kind kind) {
        return new TrackHandlers(
                kind, state.videos(), state.files(), settings.choices().refuseSecondTrack(), base);
    }

    /** The sources of events, each as a run that emits what is due. */
    List<Runnable> events() {
        return List.of(state.account().summaryGeneration()::advance, encodingEvents::advance, transcripts::advance);
    }

    /** Forgets which events were emitted or are due. */
    void clear() {
        encodingEvents.clear();
        transcripts.clear();
    }
}
