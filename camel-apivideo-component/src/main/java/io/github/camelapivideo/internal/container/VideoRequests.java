// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoCreation.Sourced;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiCall.NotYetKnown;
import io.github.camelapivideo.internal.call.ApiCall.Reading;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.call.Page;
import io.github.camelapivideo.internal.call.RequestBody;
import io.github.camelapivideo.internal.call.RequestGate.Budget;
import io.github.camelapivideo.internal.call.RetryPolicy;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.text.LogSafe;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/** The requests about videos, as values. */
public final class VideoRequests {

    static final int PAGE_SIZE = 100;

    // The limit for a service that does not say the number of pages and always has another one.
    private static final int MOST_PAGES = 1000;

    private static final String VIDEO_ID = "videoId";
    private static final Pattern VIDEO_ID_FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private VideoRequests() {}

    /**
     * Creates a container that no upload fills yet.
     *
     * @throws IllegalArgumentException if its metadata could be taken for the label of an upload
     */
    public static ApiCall<Video> create(VideoCreation creation) {
        return create(creation, label(creation), failure -> {});
    }

    /**
     * Creates a container with a label, which finds the container if the answer is lost.
     *
     * @param doubted receives the failure when the container may exist although the answer was lost
     */
    static ApiCall<Video> create(VideoCreation creation, UploadLabel label, Consumer<ApiVideoException> doubted) {
        return creating("Creating a container", label.on(creation), answer -> labelled(answer, label), label, doubted);
    }

    /**
     * Creates a video that the service downloads.
     *
     * @throws IllegalArgumentException if its metadata could be taken for the label of an upload
     */
    public static ApiCall<Video> download(VideoCreation creation, String url) {
        UploadLabel label = label(creation);
        Sourced payload = new Sourced(label.on(creation), url);
        return creating("Importing a video", payload, answer -> labelled(answer, label), label, failure -> {});
    }

    /**
     * Creates a copy of a video.
     *
     * @throws IllegalArgumentException if its metadata could be taken for the label of an upload
     */
    public static ApiCall<Video> copy(VideoCreation creation, String videoId) {
        UploadLabel label = label(creation);
        Sourced payload = new Sourced(label.on(creation), videoId);
        return creating("Cloning " + videoId, payload, answer -> copied(answer, videoId), label, failure -> {});
    }

    private static UploadLabel label(VideoCreation creation) {
        UploadLabel.checkFree(creation);
        return UploadLabel.ofCreation(UUID.randomUUID().toString());
    }

    private static ApiCall<Video> creating(
            String what,
            Object payload,
            Reading<ApiAnswer, Video> reading,
            UploadLabel label,
            Consumer<ApiVideoException> doubted) {
        return ApiCall.post(what, new RequestBody.Json(payload), "/videos")
                .map(reading)
                .twin(() -> findLabelled(label), doubted)
                .creating(Video::videoId);
    }

    // Which properties a copy inherits is not documented: an answer without the label is no reason for another copy.
    private static Video copied(ApiAnswer answer, String original) throws Unreachable {
        Video video = checked(answer, answer.read(Video.class));
        if (video.videoId().equals(original)) {
            throw answer.odd("it describes the original");
        }
        return video;
    }

    // A faulty proxy or cache may return the answer to the creation of another container.
    private static Video labelled(ApiAnswer answer, UploadLabel label) throws Unreachable {
        Video video = checked(answer, answer.read(Video.class));
        if (!video.metadata().contains(label.asUpload())) {
            throw answer.odd(
                    "it describes video " + video.videoId() + ", which lacks the metadata of the requested container");
        }
        return video;
    }

    /** Finds the container of an upload; empty if it does not exist. For creations whose answer was lost. */
    static ApiCall<Optional<Video>> findLabelled(UploadLabel label) {
        return find(label.asUpload(), 1).map(page -> page.videos().stream().findFirst());
    }

    /** Finds it although the service may still be creating it: looks again until {@code recordTimeout}. */
    static ApiCall<Optional<Video>> awaitLabelled(UploadLabel label) {
        return findLabelled(label).map(found -> {
            if (found.isEmpty()) {
                throw new NotYetKnown(new IOException(
                        "the creation of the container was not answered, and a search does not find it yet"));
            }
            return found;
        });
    }

    /** Pings the account with a search that matches nothing. */
    public static ApiCall<?> ping() {
        return find(UploadLabel.NO_UPLOAD, 1);
    }

    /** Asks the service for its time, with the same search. */
    public static ApiCall<Instant> time() {
        return search("videos", "/videos", UploadLabel.NO_UPLOAD, 1).map(answer -> {
            if (answer.date() == null) {
                throw answer.odd("it has no header Date, by which the age of a container is measured");
            }
            return answer.date();
        });
    }

    /** Reads a video. */
    public static ApiCall<Video> get(String videoId) {
        return ApiCall.get("Getting " + videoId, "/videos/{videoId}", videoId)
                .naming(videoId)
                .map(answer -> described(answer, videoId));
    }

    /** Reads the status of a video; a 404 is repeated while the container is fresh. */
    public static ApiCall<VideoStatus> status(String videoId) {
        return statusOfUploadToken(videoId).naming(videoId);
    }

    /** Reads the status of a container that may belong to another account: a 404 is final at once. */
    public static ApiCall<VideoStatus> statusOfUploadToken(String videoId) {
        return ApiCall.get("Getting the status of " + videoId, "/videos/{videoId}/status", videoId)
                .map(answer -> answer.read(VideoStatus.class));
    }

    /**
     * Deletes a video. A video that does not exist counts as deleted.
     *
     * @return a call whose value is true if the video existed
     */
    public static ApiCall<Boolean> delete(String videoId) {
        return ApiCall.delete("Deleting " + videoId, "/videos/{videoId}", videoId)
                .naming(videoId)
                .removing(videoId);
    }

    /** Reads one page of the videos with this entry in their metadata, the oldest first. */
    static ApiCall<Found> find(Metadata entry, int page) {
        return find("videos", "/videos", entry, page);
    }

    /** Reads the discarded videos with this entry in their metadata; none if the account has no such list. */
    static ApiCall<Found> findDiscarded(Metadata entry) {
        return find("discarded videos", "/discarded/videos", entry, 1)
                .recovering((failure, maybeDone) -> failure instanceof Rejected && !RetryPolicy.mayPass(failure)
                        ? Optional.of(new Found(List.of(), true))
                        : Optional.empty());
    }

    /**
     * The videos on one page of a search.
     *
     * @param last true if no page follows
     */
    record Found(List<Video> videos, boolean last) {}

    private static ApiCall<Found> find(String what, String path, Metadata entry, int page) {
        return search(what, path, entry, page).map(answer -> found(answer, entry, page));
    }

    private static ApiCall<ApiAnswer> search(String what, String path, Metadata entry, int page) {
        List<Parameter> query = List.of(
                new Parameter("metadata[" + entry.key() + "]", entry.value()),
                new Parameter("sortBy", "createdAt"),
                new Parameter("sortOrder", "asc"),
                new Parameter("currentPage", String.valueOf(page)),
                new Parameter("pageSize", String.valueOf(PAGE_SIZE)));
        return ApiCall.get(
                        "Looking for " + what + " with metadata " + entry.key() + "=" + LogSafe.of(entry.value()), path)
                .query(query);
    }

    private static Found found(ApiAnswer answer, Metadata entry, int number) throws Unreachable {
        Page<Video> page = answer.readPage(Video.class);
        for (Video video : page.items()) {
            checked(answer, video);
        }
        // The service does not document whether it compares whole values.
        List<Video> exact = page.items().stream()
                .filter(video -> video.metadata().contains(entry))
                .toList();
        return new Found(exact, number >= MOST_PAGES || page.isLast(number, PAGE_SIZE));
    }

    /**
     * Sends a part.
     *
     * @param fileName the file name that is sent to the service
     * @param written receives the number of bytes after each write
     */
    public static ApiCall<Video> sendPart(Destination destination, String fileName, Part part, LongConsumer written) {
        String videoId = destination.videoId();
        boolean delegated = destination.uploadToken() != null;
        RequestBody body = new RequestBody.File(
                delegated && videoId != null ? Map.of(VIDEO_ID, videoId) : Map.of(),
                part.isWhole()
                        ? null
                        : "part " + part.number() + "/" + (part.total() == Part.UNKNOWN ? "*" : part.total()),
                fileName,
                part.content(),
                written);
        String what = "Part " + part.number();
        ApiCall<ApiAnswer> call = delegated
                ? ApiCall.post(what, body, "/upload").delegated(destination.uploadToken())
                : ApiCall.post(what, body, "/videos/{videoId}/source", videoId);
        return call.naming(videoId)
                .countingAs(Budget.UPLOADS)
                .map(answer ->
                        videoId == null ? checked(answer, answer.read(Video.class)) : described(answer, videoId));
    }

    /**
     * Returns the video that an answer describes.
     *
     * @throws Unreachable if it is another video: a faulty proxy or cache may return such an answer
     */
    public static Video described(ApiAnswer answer, String videoId) throws Unreachable {
        Video video = checked(answer, answer.readNamed(Video.class, VIDEO_ID, VIDEO_ID_FORM, videoId));
        if (!videoId.equals(video.videoId())) {
            throw answer.odd("it describes video " + video.videoId() + " instead of " + videoId
                    + ": look for a proxy or cache in between that mixes up answers");
        }
        return video;
    }

    /** Refuses a videoId that is not safe in URLs, logs and headers. */
    private static Video checked(ApiAnswer answer, Video video) throws Unreachable {
        if (!VIDEO_ID_FORM.matcher(video.videoId()).matches()) {
            throw answer.odd("its videoId has characters that are not allowed");
        }
        return video;
    }
}
