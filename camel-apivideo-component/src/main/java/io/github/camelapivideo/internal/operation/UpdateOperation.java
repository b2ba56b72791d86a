// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoUpdate;
import io.github.camelapivideo.internal.container.UploadLabel;
import io.github.camelapivideo.internal.container.VideoRequests;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.input.UpdateReading;
import io.github.camelapivideo.internal.option.Choice;
import io.github.camelapivideo.internal.request.VideoUpdateRequests;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;

/** Changes a video. The label of an upload in its metadata stays, by which a later upload finds it. Thread-safe. */
final class UpdateOperation implements OperationHandler {

    /** What happens to the tags and the metadata that the video has. */
    private enum UpdateMode {
        /** They are replaced. */
        replace,
        /** Tags are added; metadata replace those with the same keys. */
        merge
    }

    private final OperationContext context;
    private final UpdateMode mode;

    UpdateOperation(OperationContext context) {
        this.context = context;
        String option = Inputs.UPDATE_MODE.option();
        this.mode =
                Choice.of(UpdateMode.class, option, context.settings().options().text(option));
    }

    @Override
    public CompletableFuture<Reply> handle(Exchange exchange) {
        ExchangeValues values = context.values(exchange);
        String videoId = values.required(Inputs.VIDEO_ID);
        VideoUpdate wanted = UpdateReading.of(values);
        return complete(videoId, wanted)
                .thenCompose(update -> send(videoId, update))
                .thenApply(Reply::video);
    }

    /** Completes lists that depend on what the video has. The service has no guard against a change in between. */
    private CompletableFuture<VideoUpdate> complete(String videoId, VideoUpdate wanted) {
        boolean depends = wanted.metadata() != null || mode == UpdateMode.merge && wanted.tags() != null;
        return depends
                ? context.call(VideoRequests.get(videoId))
                        .thenApply(video -> wanted.with(tags(wanted, video), metadata(wanted, video)))
                : CompletableFuture.completedFuture(wanted);
    }

    private List<String> tags(VideoUpdate wanted, Video video) {
        if (mode == UpdateMode.replace || wanted.tags() == null) {
            return wanted.tags();
        }
        Set<String> all = new LinkedHashSet<>(video.tags());
        all.addAll(wanted.tags());
        return List.copyOf(all);
    }

    private List<Metadata> metadata(VideoUpdate wanted, Video video) {
        if (wanted.metadata() == null) {
            return null;
        }
        // A route may give back all that it has read, with the label.
        List<Metadata> changed = wanted.metadata().stream()
                .filter(entry -> !video.metadata().contains(entry))
                .toList();
        UploadLabel.checkFree(changed);
        Set<String> keys = wanted.metadata().stream().map(Metadata::key).collect(Collectors.toSet());
        List<Metadata> all = new ArrayList<>(video.metadata());
        all.removeIf(entry -> keys.contains(entry.key()) || mode == UpdateMode.replace && !UploadLabel.isOwn(entry));
        all.addAll(wanted.metadata());
        return all;
    }

    private CompletableFuture<Video> send(String videoId, VideoUpdate update) {
        return context.call(VideoUpdateRequests.update(videoId, update))
                .thenCompose(video -> video.map(CompletableFuture::completedFuture)
                        .orElseGet(() -> sendRest(videoId, update.withoutSummary())));
    }

    /** Sends the changes again without the summary, which is being made. */
    private CompletableFuture<Video> sendRest(String videoId, VideoUpdate rest) {
        return rest.changesNothing() ? context.call(VideoRequests.get(videoId)) : send(videoId, rest);
    }
}
