// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.plan.Fingerprint;
import io.github.camelapivideo.internal.plan.PartPlan.PartSizes;
import io.github.camelapivideo.internal.text.LogSafe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the metadata of a container says of the upload that made it: the service itself is the journal.
 *
 * @param uploadId unlike that of every other upload: finds the container whose creation was not answered
 * @param uploadKey finds the container for whoever is to go on with it; null if nobody will
 * @param sizes how large the parts are; null if nobody will go on with it
 * @param length of the whole source, in bytes; {@link #UNKNOWN} where only its end will tell
 * @param fingerprint of the source; null if nobody will go on with it, or if an earlier version made the container
 */
public record UploadLabel(String uploadId, String uploadKey, PartSizes sizes, long length, Fingerprint fingerprint) {

    /** All that this component writes into metadata has this prefix. */
    static final String PREFIX = "camel-apivideo-";

    public static final long UNKNOWN = -1;

    private static final String UPLOAD = PREFIX + "upload";
    private static final String KEY = PREFIX + "key";
    private static final String PART_SIZE = PREFIX + "part-size";
    private static final String LENGTH = PREFIX + "length";
    private static final String UNKNOWN_LENGTH = "unknown";
    private static final String HEAD = PREFIX + "head";
    private static final String SAMPLES = PREFIX + "samples";

    /** What no container has. */
    public static final Metadata NOBODY = new Metadata(UPLOAD, "none");

    /** The mark of an upload that nobody will go on with. */
    public static UploadLabel ofUpload(String uploadId) {
        return new UploadLabel(uploadId, null, null, UNKNOWN, null);
    }

    /** What a container says; empty if it has no mark of an upload that can be gone on with. */
    static Optional<UploadLabel> of(Video video) {
        try {
            String length = value(video, LENGTH);
            return Optional.of(new UploadLabel(
                    value(video, UPLOAD),
                    value(video, KEY),
                    PartSizes.parse(value(video, PART_SIZE)),
                    UNKNOWN_LENGTH.equals(length) ? UNKNOWN : Long.parseLong(length),
                    fingerprint(video)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Fingerprint fingerprint(Video video) {
        String head = value(video, HEAD);
        return head == null ? null : new Fingerprint(head, value(video, SAMPLES));
    }

    /**
     * Refuses metadata that would be taken for a mark.
     *
     * @throws IllegalArgumentException if there is any
     */
    static void checkFree(VideoCreation creation) {
        List<Metadata> entries = creation.metadata() == null ? List.of() : creation.metadata();
        entries.stream().filter(entry -> isOwn(entry.key())).findFirst().ifPresent(entry -> {
            throw new IllegalArgumentException("metadata." + LogSafe.brief(entry.key()) + "="
                    + LogSafe.brief(entry.value())
                    + ": keys that begin with " + PREFIX + " are the component's own; choose another");
        });
    }

    // Where the service ignores case or blanks, other spellings would find the same containers.
    private static boolean isOwn(String key) {
        return key.strip().toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    private static String value(Video video, String key) {
        return video.metadata().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Metadata::value)
                .findFirst()
                .orElse(null);
    }

    /** What a container of this upload is found by. */
    Metadata asUpload() {
        return new Metadata(UPLOAD, uploadId);
    }

    /** What the containers of all uploads with the key are found by. */
    static Metadata asKey(String uploadKey) {
        return new Metadata(KEY, uploadKey);
    }

    /** The container as wanted, with this mark on it. */
    VideoCreation on(VideoCreation wanted) {
        List<Metadata> all = new ArrayList<>(wanted.metadata() == null ? List.of() : wanted.metadata());
        all.add(asUpload());
        if (uploadKey != null) {
            all.add(asKey(uploadKey));
            all.add(new Metadata(PART_SIZE, sizes.toString()));
            all.add(new Metadata(LENGTH, length == UNKNOWN ? UNKNOWN_LENGTH : String.valueOf(length)));
            all.add(new Metadata(HEAD, fingerprint.head()));
            if (fingerprint.samples() != null) {
                all.add(new Metadata(SAMPLES, fingerprint.samples()));
            }
        }
        return wanted.withMetadata(all);
    }
}
