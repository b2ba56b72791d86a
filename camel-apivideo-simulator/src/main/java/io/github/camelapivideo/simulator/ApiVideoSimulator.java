// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.account.LiveStreams;
import io.github.camelapivideo.simulator.account.Summaries;
import io.github.camelapivideo.simulator.analytics.Analytics;
import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Faults;
import io.github.camelapivideo.simulator.server.RunningSimulator;
import io.github.camelapivideo.simulator.store.Processing;
import io.github.camelapivideo.simulator.store.StoredVideo;
import io.github.camelapivideo.simulator.webhook.Webhooks;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An api.video on this machine. It listens on loopback only, stores received videos on disk, not in memory, and records
 * all requests. Thread-safe; the caller that starts it closes it.
 *
 * <pre>{@code
 * try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
 *     client.upload(simulator.baseUri(), simulator.apiKey(), film);
 *     assertTrue(simulator.videos().get(0).complete());
 * }
 * }</pre>
 */
public final class ApiVideoSimulator implements AutoCloseable {

    private final RunningSimulator running;

    private ApiVideoSimulator(RunningSimulator running) {
        this.running = running;
    }

    /** Settings for a simulator. */
    public static Builder builder() {
        return new Builder();
    }

    /** The address of the API, without a slash at the end. */
    public URI baseUri() {
        return running.uri();
    }

    /** The API key of the account. */
    public String apiKey() {
        return running.settings().apiKey();
    }

    /**
     * Creates a token for delegated uploads.
     *
     * @param ttl its life in whole seconds; {@link Duration#ZERO} for a token that never expires
     */
    public String createUploadToken(Duration ttl) {
        return running.state()
                .uploadTokens()
                .create(Math.toIntExact(ttl.toSeconds()))
                .token();
    }

    /** Creates a watermark without an image, and returns its id. */
    public String createWatermark() {
        return running.state().watermarks().create().watermarkId();
    }

    /** The script of faults; empty at first. */
    public Faults faults() {
        return running.state().faults();
    }

    /** The events for webhooks, and the record of their deliveries. */
    public Webhooks webhooks() {
        return running.state().webhooks();
    }

    /** Begins and ends the broadcasts of live streams. */
    public LiveStreams liveStreams() {
        return running.state().account().broadcasts();
    }

    /** Chooses how the generation of summaries ends. */
    public Summaries summaries() {
        return running.state().account().summaryGeneration();
    }

    /** The figures that the analytics show; none at first. */
    public Analytics analytics() {
        return running.state().analytics();
    }

    /** Suspends the account, or ends the suspension. */
    public void suspendAccount(boolean suspend) {
        running.state().tokens().suspend(suspend);
    }

    /** Expires all access tokens. Refresh tokens stay valid. */
    public void expireTokens() {
        running.state().tokens().expireAll();
    }

    /**
     * Cuts all connections and refuses new ones until {@link #acceptConnections}. Keeps the port and all state.
     * Requests under way are processed, but their answers cannot be sent.
     */
    public void refuseConnections() {
        running.gate().shut();
    }

    /** Accepts connections again, on the same port. Also ends a {@code Fault.refuseConnectionsFor}. */
    public void acceptConnections() {
        running.gate().open();
    }

    /** The number of access tokens that were issued, for the key or for a refresh token. */
    public int tokensIssued() {
        return running.state().tokens().issued();
    }

    /**
     * All requests that were answered or cut, in the order of their arrival. A request is recorded before its answer is
     * sent; a request without an answer is recorded as soon as that is certain.
     */
    public List<RecordedRequest> requests() {
        return running.state().log().requests();
    }

    /** The requests of one kind, in the order of their arrival. */
    public List<RecordedRequest> requests(RequestKind kind) {
        return requests().stream().filter(request -> request.kind() == kind).toList();
    }

    /** The largest number of uploads that were under way at once. */
    public int maxConcurrentUploads() {
        return running.state().log().mostUploading();
    }

    /** The number of open connections. */
    public int connections() {
        return running.connections();
    }

    /**
     * Discards a container, like a deletion in an account whose videos can be restored. The container is then found
     * only below {@code /discarded/videos}, and can be restored there.
     *
     * @throws IllegalArgumentException if there is no such container
     */
    public void discard(String videoId) {
        existing(videoId).discard(running.settings().clock().instant());
    }

    /**
     * Lets the encoding of a container's video fail, as it does for a file that is not a video. After the encoding time
     * every quality is {@code failed}, and the video is not playable.
     *
     * @throws IllegalArgumentException if there is no such container
     */
    public void failEncoding(String videoId) {
        Processing processing = existing(videoId).processing();
        processing.encode(processing.encoding().failing());
    }

    /**
     * Encodes the video of a container by its own script, from now on.
     *
     * @throws IllegalArgumentException if there is no such container
     */
    public void encode(String videoId, EncodingScript script) {
        existing(videoId).processing().encode(script);
    }

    /**
     * Lets the import of a container fail: its status is {@code ingesting} from now on.
     *
     * @throws IllegalArgumentException if there is no such container
     */
    public void failImport(String videoId) {
        existing(videoId).processing().failImport();
    }

    private StoredVideo existing(String videoId) {
        return running.state()
                .videos()
                .find(videoId)
                .orElseThrow(() -> new IllegalArgumentException("There is no video " + videoId));
    }

    /**
     * All containers that are neither deleted nor discarded, the oldest first. Waits until the complete videos are
     * assembled.
     */
    public List<ReceivedVideo> videos() {
        return running.state().videos().all().stream()
                .map(StoredVideo::received)
                .toList();
    }

    /**
     * One container; empty if it does not exist, or was deleted or discarded. Waits until a complete video is
     * assembled.
     */
    public Optional<ReceivedVideo> video(String videoId) {
        return running.state().videos().find(videoId).map(StoredVideo::received);
    }

    /**
     * The small file that was uploaded last to a resource; empty if there is none, or if it was deleted.
     *
     * @param path such as {@code /videos/{videoId}/captions/fr}, {@code /videos/{videoId}/thumbnail} or
     *     {@code /watermarks/{watermarkId}}
     */
    public Optional<ReceivedFile> resource(String path) {
        return running.state().files().get(path);
    }

    /**
     * The time of the picture that was picked as thumbnail, as it was sent; empty if none was picked, or if an image
     * was uploaded since.
     *
     * @throws IllegalArgumentException if there is no such container
     */
    public Optional<String> thumbnailTimecode(String videoId) {
        return existing(videoId).thumbnailTimecode();
    }

    /** The ids of the containers that requests have deleted, in the order of deletion. */
    public List<String> deletedVideoIds() {
        return running.state().videos().deletedIds();
    }

    /**
     * Removes all videos, watermarks, upload tokens, player themes, webhooks, recorded requests and deliveries, faults and counts,
     * begins new rate limit windows, and accepts connections. Access tokens stay valid.
     */
    public void reset() {
        running.reset();
    }

    /** Stops listening, and deletes the received files unless the settings name a directory. */
    @Override
    public void close() {
        running.close();
    }

    /** Settings for a simulator. For one thread. */
    public static final class Builder extends SettingsBuilder<Builder> {

        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        /**
         * Starts a simulator.
         *
         * @throws IOException if the port is taken
         */
        public ApiVideoSimulator start() throws IOException {
            return new ApiVideoSimulator(RunningSimulator.start(settings()));
        }
    }
}
