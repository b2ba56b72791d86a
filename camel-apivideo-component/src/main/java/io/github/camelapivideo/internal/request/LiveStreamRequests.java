// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.account.LiveStream;
import io.github.camelapivideo.api.account.LiveStreamSettings;
import io.github.camelapivideo.internal.asset.AssetCall;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import java.util.Optional;
import java.util.Set;

/** The requests about live streams. */
public final class LiveStreamRequests {

    private static final ResourceKind<LiveStream> KIND =
            new ResourceKind<>("live stream", LiveStream.class, "liveStreamId", LiveStream::liveStreamId);
    private static final int NOT_FOUND = 404;
    private static final String THUMBNAIL = "/live-streams/{liveStreamId}/thumbnail";
    private static final String ONE = "/live-streams/{liveStreamId}";

    // The service may refuse to complete a stream that was completed by a request whose answer was lost.
    private static final Set<Integer> REFUSED = Set.of(400, 409);

    private LiveStreamRequests() {}

    /** Creates a live stream. */
    public static ApiCall<LiveStream> create(LiveStreamSettings settings) {
        return ApiCall.post("Creating a live stream", new RequestBody.Json(settings), "/live-streams")
                .map(KIND::created)
                .onceInDoubt("It is not sent again, because nothing tells two live streams with the same name apart."
                        + " Look for it with listLiveStreams, and delete it if it is not needed");
    }

    /** Reads a live stream. */
    public static ApiCall<LiveStream> get(String liveStreamId) {
        return ApiCall.get("Getting live stream " + liveStreamId, ONE, liveStreamId)
                .map(answer -> KIND.named(answer, liveStreamId));
    }

    /** Changes what the settings have. */
    public static ApiCall<LiveStream> update(String liveStreamId, LiveStreamSettings settings) {
        return ApiCall.patch("Updating live stream " + liveStreamId, new RequestBody.Json(settings), ONE, liveStreamId)
                .map(answer -> KIND.named(answer, liveStreamId));
    }

    /**
     * Deletes a live stream. A live stream that does not exist counts as deleted.
     *
     * @return a call whose value is true if the live stream existed
     */
    public static ApiCall<Boolean> delete(String liveStreamId) {
        return ApiCall.delete("Deleting live stream " + liveStreamId, ONE, liveStreamId);
    }

    /** Ends the broadcast of a live stream. The service ends it a few seconds after its answer. */
    public static ApiCall<Boolean> complete(String liveStreamId) {
        String what = "Completing live stream " + liveStreamId;
        return ApiCall.put(what, RequestBody.NONE, ONE + "/complete", liveStreamId)
                .map(ApiAnswer::requireNoBody)
                .map(answer -> true)
                .recovering((failure, maybeDone) ->
                        maybeDone && REFUSED.contains(failure.getStatus()) ? Optional.of(true) : Optional.empty());
    }

    /** Sends an image as the thumbnail of a live stream. */
    public static AssetCall<LiveStream> uploadThumbnail(String liveStreamId) {
        return AssetCall.of(
                form -> ApiCall.post("Uploading the thumbnail of " + text(liveStreamId), form, THUMBNAIL, liveStreamId)
                        .countingAs(Budget.SMALL_FILES)
                        .map(answer -> KIND.named(answer, liveStreamId)));
    }

    /**
     * Deletes the thumbnail of a live stream.
     *
     * @return a call whose value is empty if the answer was lost, and the thumbnail is not there any more
     */
    public static ApiCall<Optional<LiveStream>> deleteThumbnail(String liveStreamId) {
        return ApiCall.remove("Deleting the thumbnail of " + text(liveStreamId), THUMBNAIL, liveStreamId)
                .map(answer -> KIND.named(answer, liveStreamId))
                .<Optional<LiveStream>>map(Optional::of)
                .recovering((failure, maybeDone) -> maybeDone && failure.getStatus() == NOT_FOUND
                        ? Optional.of(Optional.empty())
                        : Optional.empty());
    }

    private static String text(String liveStreamId) {
        return "live stream " + liveStreamId;
    }
}
