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
 * The label of an upload in the metadata of its container: the service itself is the journal for resuming. Immutable.
 *
 * @param uploadId unique for each upload or creation; finds the container if the answer to its creation was lost
 * @param uploadKey finds the container for a later upload that resumes it; null if it cannot be resumed
 * @param sizes the sizes of the parts; null if it cannot be resumed
 * @param length the length of the whole source in bytes; {@link #UNKNOWN} if it is known only at the end
 * @param fingerprint the fingerprint of the source; null if it cannot be resumed, or if an earlier version created the
 *     container
 */
public record UploadLabel(String uploadId, String uploadKey, PartSizes sizes, long length, Fingerprint fingerprint) {

    /** The prefix of all metadata keys of this component. */
    static final String PREFIX = "camel-apivideo-";

    public static final long UNKNOWN = -1;

    private static final String UPLOAD = PREFIX + "upload";
    private static final String KEY = PREFIX + "key";
    private static final String PART_SIZE = PREFIX + "part-size";
    private static final String LENGTH = PREFIX + "length";
    private static final String UNKNOWN_LENGTH = "unknown";
    private static final String HEAD = PREFIX + "head";
    private static final String SAMPLES = PREFIX + "samples";

    /** An entry that no container has. */
    public static final Metadata NO_UPLOAD = new Metadata(UPLOAD, "none");

    // Begins the value of a container that no upload has created: it may stay empty for long.
    private static final String NO_UPLOAD_YET = "created-";

    /** Returns the label of an upload that cannot be resumed. */
    public static UploadLabel ofUpload(String uploadId) {
        return new UploadLabel(uploadId, null, null, UNKNOWN, null);
    }

    /** Returns the label of a creation without an upload: an empty container, an import or a copy. */
    static UploadLabel ofCreation(String creationId) {
        return ofUpload(NO_UPLOAD_YET + creationId);
    }

    /** Returns true if an upload has created the container, with its label. */
    public static boolean isOfUpload(Video video) {
        String upload = value(video, UPLOAD);
        return upload != null && !upload.startsWith(NO_UPLOAD_YET);
    }

    /** Returns true if this component has created the container without an upload. */
    public static boolean isOfCreation(Video video) {
        String upload = value(video, UPLOAD);
        return upload != null && upload.startsWith(NO_UPLOAD_YET);
    }

    /** Reads the label of a container; empty if it has none of an upload that can be resumed. */
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
     * Refuses metadata that could be taken for a label.
     *
     * @throws IllegalArgumentException if a key begins with {@link #PREFIX}
     */
    static void checkFree(VideoCreation creation) {
        checkFree(creation.metadata() == null ? List.of() : creation.metadata());
    }

    /** Does the same for the entries of a video that exists. */
    public static void checkFree(List<Metadata> entries) {
        entries.stream().filter(UploadLabel::isOwn).findFirst().ifPresent(entry -> {
            throw new IllegalArgumentException("metadata." + LogSafe.brief(entry.key()) + "="
                    + LogSafe.brief(entry.value())
                    + ": keys that begin with " + PREFIX + " are the component's own; choose another");
        });
    }

    /** Returns true if the entry belongs to a label, or could be taken for one. */
    public static boolean isOwn(Metadata entry) {
        // If the service ignores case or blanks, other spellings find the same containers.
        return entry.key().strip().toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    private static String value(Video video, String key) {
        return video.metadata().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Metadata::value)
                .findFirst()
                .orElse(null);
    }

    /** Returns the metadata entry that finds the container of this upload. */
    Metadata asUpload() {
        return new Metadata(UPLOAD, uploadId);
    }

    /** Returns the metadata entry that finds the containers of all uploads with the key. */
    static Metadata asKey(String uploadKey) {
        return new Metadata(KEY, uploadKey);
    }

    /** Returns the wanted container with this label in its metadata. */
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
