// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.VideoCreation;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The properties of a new container: for each where it comes from and where it goes. */
public final class CreationFields {

    /**
     * One property.
     *
     * @param name of the option, and of the property in JSON
     * @param header wins over everything else
     * @param given its value in a typed description
     * @param kind reads it from any value
     * @param set puts it into the container
     */
    public record Field<T>(
            String name,
            String header,
            Function<VideoCreation, Object> given,
            FieldKind<T> kind,
            BiConsumer<VideoCreation.Builder, T> set) {

        void read(Object value, FieldKind.Reader reader, VideoCreation.Builder creation) {
            set.accept(creation, kind.read(name, value, reader));
        }
    }

    public static final List<Field<?>> ALL = List.of(
            new Field<>(
                    "title",
                    ApiVideoConstants.TITLE,
                    VideoCreation::title,
                    FieldKind.TEXT,
                    VideoCreation.Builder::title),
            new Field<>(
                    "description",
                    ApiVideoConstants.DESCRIPTION,
                    VideoCreation::description,
                    FieldKind.TEXT,
                    VideoCreation.Builder::description),
            new Field<>(
                    "tags", ApiVideoConstants.TAGS, VideoCreation::tags, FieldKind.WORDS, VideoCreation.Builder::tags),
            new Field<>(
                    "metadata",
                    ApiVideoConstants.METADATA,
                    VideoCreation::metadata,
                    FieldKind.METADATA,
                    VideoCreation.Builder::metadata),
            new Field<>(
                    "public",
                    ApiVideoConstants.PUBLIC,
                    VideoCreation::isPublic,
                    FieldKind.FLAG,
                    VideoCreation.Builder::isPublic),
            new Field<>(
                    "panoramic",
                    ApiVideoConstants.PANORAMIC,
                    VideoCreation::panoramic,
                    FieldKind.FLAG,
                    VideoCreation.Builder::panoramic),
            new Field<>(
                    "mp4Support",
                    ApiVideoConstants.MP4_SUPPORT,
                    VideoCreation::mp4Support,
                    FieldKind.FLAG,
                    VideoCreation.Builder::mp4Support),
            new Field<>(
                    "playerId",
                    ApiVideoConstants.PLAYER_ID,
                    VideoCreation::playerId,
                    FieldKind.TEXT,
                    VideoCreation.Builder::playerId),
            new Field<>(
                    "language",
                    ApiVideoConstants.LANGUAGE,
                    VideoCreation::language,
                    FieldKind.TEXT,
                    VideoCreation.Builder::language),
            new Field<>(
                    "transcript",
                    ApiVideoConstants.TRANSCRIPT,
                    VideoCreation::transcript,
                    FieldKind.FLAG,
                    VideoCreation.Builder::transcript),
            new Field<>(
                    "transcriptSummary",
                    ApiVideoConstants.TRANSCRIPT_SUMMARY,
                    VideoCreation::transcriptSummary,
                    FieldKind.FLAG,
                    VideoCreation.Builder::transcriptSummary),
            new Field<>(
                    "transcriptSummaryAttributes",
                    ApiVideoConstants.TRANSCRIPT_SUMMARY_ATTRIBUTES,
                    VideoCreation::transcriptSummaryAttributes,
                    FieldKind.WORDS,
                    VideoCreation.Builder::transcriptSummaryAttributes),
            new Field<>(
                    "clip", ApiVideoConstants.CLIP, VideoCreation::clip, FieldKind.CLIP, VideoCreation.Builder::clip),
            new Field<>(
                    "watermark",
                    ApiVideoConstants.WATERMARK,
                    VideoCreation::watermark,
                    FieldKind.WATERMARK,
                    VideoCreation.Builder::watermark));

    private CreationFields() {}
}
