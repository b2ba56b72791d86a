// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.account.Summary;
import io.github.camelapivideo.api.account.SummarySource;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.call.RequestBody;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests about summaries of videos. */
public final class SummaryRequests {

    private static final ResourceKind<Summary> KIND =
            new ResourceKind<>("summary", Summary.class, "summaryId", Summary::summaryId);
    private static final String ALL = "/summaries";
    private static final String ONE = "/summaries/{summaryId}";
    private static final String SOURCE = "/summaries/{summaryId}/source";
    private static final int CONFLICT = 409;
    private static final String AUTO = "auto";

    private SummaryRequests() {}

    /**
     * Creates the summary of a video, which has at most one.
     *
     * @param generated true if the service writes the text
     * @param attributes the contents of a text that the service writes; null or empty for all
     */
    public static ApiCall<Summary> create(String videoId, boolean generated, List<String> attributes) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("videoId", videoId);
        if (generated) {
            payload.put("origin", AUTO);
        }
        if (attributes != null && !attributes.isEmpty()) {
            payload.put("attributes", attributes);
        }
        return ApiCall.post("Creating the summary of " + videoId, new RequestBody.Json(payload), ALL)
                .map(KIND::created)
                .naming(videoId)
                .recovering(SummaryRequests::conflict)
                .twin(() -> find(videoId, generated), failure -> {});
    }

    // The request whose answer was lost may have created it, although the list does not show it yet.
    private static Optional<Summary> conflict(ApiVideoException failure, boolean maybeDone) throws NotYetKnown {
        if (failure.getStatus() == CONFLICT && maybeDone) {
            throw new NotYetKnown(failure);
        }
        return Optional.empty();
    }

    private static ApiCall<Optional<Summary>> find(String videoId, boolean generated) {
        return ApiCall.get("Looking for the summary of " + videoId, ALL)
                .query(List.of(new Parameter("videoId", videoId)))
                .map(answer -> answer.readPage(Summary.class))
                .map(page -> page.items().stream()
                        .filter(summary ->
                                videoId.equals(summary.videoId()) && AUTO.equals(summary.origin()) == generated)
                        .findFirst());
    }

    /**
     * Deletes a summary. A summary that does not exist counts as deleted.
     *
     * @return a call whose value is true if the summary existed
     */
    public static ApiCall<Boolean> delete(String summaryId) {
        return ApiCall.delete("Deleting summary " + summaryId, ONE, summaryId);
    }

    /** Reads the text of a summary. */
    public static ApiCall<SummarySource> source(String summaryId) {
        return ApiCall.get("Getting the source of summary " + summaryId, SOURCE, summaryId)
                .map(answer -> answer.read(SummarySource.class));
    }

    /** Changes what the text sets. */
    public static ApiCall<SummarySource> updateSource(String summaryId, SummarySource source) {
        String what = "Updating the source of summary " + summaryId;
        return ApiCall.patch(what, new RequestBody.Json(source), SOURCE, summaryId)
                .map(answer -> answer.read(SummarySource.class));
    }
}
