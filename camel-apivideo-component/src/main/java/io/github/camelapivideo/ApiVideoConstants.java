// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import org.apache.camel.spi.Metadata;

/**
 * The headers that the component reads and writes.
 *
 * <pre>{@code
 * from("file:inbox")
 *     .setHeader(ApiVideoConstants.TITLE, simple("${file:name.noext}"))
 *     .to("apivideo:upload");
 * }</pre>
 */
public final class ApiVideoConstants {

    @Metadata(
            description = "The container. Before an operation: the video; for upload, an existing, empty container "
                    + "to fill in place of a new one. After an upload or a creation: the container that was "
                    + "filled or created.",
            javaType = "String")
    public static final String VIDEO_ID = "CamelApiVideoId";

    @Metadata(
            description = "All the properties of a new container at once: a VideoCreation, a Map with the names of "
                    + "the options, or the text of a JSON object. Wins over the options; a header for a single "
                    + "property wins over this one.",
            javaType = "io.github.camelapivideo.api.VideoCreation or Map<String, Object> or String")
    public static final String CREATION = "CamelApiVideoCreation";

    @Metadata(
            description =
                    "For updateVideo: all changes at once: a VideoUpdate, a Map with the names of the options, or "
                            + "the text of a JSON object. Wins over the options; a header for a single property wins over "
                            + "this one. A playerId that is null removes the player.",
            javaType = "io.github.camelapivideo.api.VideoUpdate or Map<String, Object> or String")
    public static final String UPDATE = "CamelApiVideoUpdate";

    @Metadata(description = "Wins over the option title.", javaType = "String")
    public static final String TITLE = "CamelApiVideoTitle";

    @Metadata(description = "Wins over the option description.", javaType = "String")
    public static final String DESCRIPTION = "CamelApiVideoDescription";

    @Metadata(
            description = "Wins over the option tags: a collection, or text separated by commas.",
            javaType = "Collection<String> or String")
    public static final String TAGS = "CamelApiVideoTags";

    @Metadata(description = "Wins over the options metadata.*, as a whole.", javaType = "Map<String, Object>")
    public static final String METADATA = "CamelApiVideoMetadata";

    @Metadata(description = "Wins over the option public.", javaType = "Boolean")
    public static final String PUBLIC = "CamelApiVideoPublic";

    @Metadata(description = "Wins over the option panoramic.", javaType = "Boolean")
    public static final String PANORAMIC = "CamelApiVideoPanoramic";

    @Metadata(description = "Wins over the option mp4Support.", javaType = "Boolean")
    public static final String MP4_SUPPORT = "CamelApiVideoMp4Support";

    @Metadata(
            description = "Wins over the option playerId. After an operation about a player: its identifier.",
            javaType = "String")
    public static final String PLAYER_ID = "CamelApiVideoPlayerId";

    @Metadata(description = "Wins over the option language.", javaType = "String")
    public static final String LANGUAGE = "CamelApiVideoLanguage";

    @Metadata(description = "Wins over the option transcript.", javaType = "Boolean")
    public static final String TRANSCRIPT = "CamelApiVideoTranscript";

    @Metadata(description = "Wins over the option transcriptSummary.", javaType = "Boolean")
    public static final String TRANSCRIPT_SUMMARY = "CamelApiVideoTranscriptSummary";

    @Metadata(
            description =
                    "Wins over the option transcriptSummaryAttributes: a collection, or text separated by commas.",
            javaType = "Collection<String> or String")
    public static final String TRANSCRIPT_SUMMARY_ATTRIBUTES = "CamelApiVideoTranscriptSummaryAttributes";

    @Metadata(
            description = "Wins over the options clip.*, as a whole.",
            javaType = "io.github.camelapivideo.api.Clip or Map<String, Object>")
    public static final String CLIP = "CamelApiVideoClip";

    @Metadata(
            description = "Wins over the options watermark.*, as a whole.",
            javaType = "io.github.camelapivideo.api.Watermark or Map<String, Object>")
    public static final String WATERMARK = "CamelApiVideoWatermark";

    @Metadata(
            description = "Wins over the option uploadKey: identifies the bytes of an upload, so that a later "
                    + "upload continues where an earlier one ended.",
            javaType = "String")
    public static final String UPLOAD_KEY = "CamelApiVideoUploadKey";

    @Metadata(description = "Wins over the option source.", javaType = "String")
    public static final String SOURCE = "CamelApiVideoSource";

    @Metadata(description = "Wins over the option fileName.", javaType = "String")
    public static final String FILE_NAME = "CamelApiVideoFileName";

    @Metadata(description = "After an upload or getVideo: URL of the player page.", javaType = "String")
    public static final String PLAYER_URL = "CamelApiVideoPlayerUrl";

    @Metadata(description = "After an upload or getVideo: URL of the HLS manifest.", javaType = "String")
    public static final String HLS_URL = "CamelApiVideoHlsUrl";

    @Metadata(
            description =
                    "After an upload or getVideo: URL of the MP4, if the container was created with " + "mp4Support.",
            javaType = "String")
    public static final String MP4_URL = "CamelApiVideoMp4Url";

    @Metadata(description = "After an upload or getVideo: URL of the poster.", javaType = "String")
    public static final String THUMBNAIL_URL = "CamelApiVideoThumbnailUrl";

    @Metadata(description = "After an upload: the length of the video in bytes.", javaType = "Long")
    public static final String BYTES = "CamelApiVideoBytes";

    @Metadata(description = "After an upload: the number of its parts.", javaType = "Integer")
    public static final String PARTS = "CamelApiVideoParts";

    @Metadata(description = "Wins over the option currentPage.", javaType = "Integer")
    public static final String CURRENT_PAGE = "CamelApiVideoCurrentPage";

    @Metadata(description = "Wins over the option pageSize.", javaType = "Integer")
    public static final String PAGE_SIZE = "CamelApiVideoPageSize";

    @Metadata(description = "Wins over the option sortBy.", javaType = "String")
    public static final String SORT_BY = "CamelApiVideoSortBy";

    @Metadata(description = "Wins over the option sortOrder.", javaType = "String")
    public static final String SORT_ORDER = "CamelApiVideoSortOrder";

    @Metadata(
            description = "After a list: the number of items on all its pages, as the service says.",
            javaType = "Long")
    public static final String ITEMS_TOTAL = "CamelApiVideoItemsTotal";

    @Metadata(
            description = "After a list: the number of its pages of this pageSize, as the service says.",
            javaType = "Integer")
    public static final String PAGES_TOTAL = "CamelApiVideoPagesTotal";

    @Metadata(
            description = "For uploadPart: the number of the part, from 1. Wins over the option partNumber.",
            javaType = "Integer")
    public static final String PART_NUMBER = "CamelApiVideoPartNumber";

    @Metadata(
            description = "For uploadPart: the number of parts of the video; wins over the option totalParts. After "
                    + "planParts: the number of planned parts.",
            javaType = "Integer")
    public static final String TOTAL_PARTS = "CamelApiVideoTotalParts";

    @Metadata(
            description = "For uploadPart, if the body is a whole file or all bytes: the first byte of the part, "
                    + "from 0. By default the body is the part.",
            javaType = "Long")
    public static final String PART_FROM = "CamelApiVideoPartFrom";

    @Metadata(description = "For uploadPart: the length of the part in bytes.", javaType = "Long")
    public static final String PART_LENGTH = "CamelApiVideoPartLength";

    @Metadata(
            description = "For uploadPart: the fingerprint of a PlannedPart. A body that has changed since the plan "
                    + "was made is refused.",
            javaType = "String")
    public static final String PART_FINGERPRINT = "CamelApiVideoPartFingerprint";

    @Metadata(
            description = "For uploadPart: a whole PlannedPart from planParts, or its JSON, in place of the headers "
                    + "CamelApiVideoId, CamelApiVideoPartNumber, CamelApiVideoTotalParts, "
                    + "CamelApiVideoPartFrom, CamelApiVideoPartLength, CamelApiVideoPartFingerprint and "
                    + "CamelApiVideoFileName. Headers that are set as well must have the same values.",
            javaType = "io.github.camelapivideo.api.PlannedPart or String")
    public static final String PLANNED_PART = "CamelApiVideoPlannedPart";

    @Metadata(
            description = "For planParts: the length of the whole in bytes, if the body does not have one.",
            javaType = "Long")
    public static final String LENGTH = "CamelApiVideoLength";

    @Metadata(description = "Of an event: its type, such as video.encoding.quality.completed.", javaType = "String")
    public static final String EVENT_TYPE = "CamelApiVideoEventType";

    @Metadata(description = "Of an event: its time, as the service writes it.", javaType = "String")
    public static final String EVENT_TIME = "CamelApiVideoEventTime";

    @Metadata(description = "Of an event about a quality: hls or mp4.", javaType = "String")
    public static final String ENCODING = "CamelApiVideoEncoding";

    @Metadata(description = "Of an event about a quality: the quality, such as 720p.", javaType = "String")
    public static final String QUALITY = "CamelApiVideoQuality";

    @Metadata(description = "After getStatus or a wait: whether the service has the whole video.", javaType = "Boolean")
    public static final String COMPLETE = "CamelApiVideoComplete";

    @Metadata(description = "After getStatus or a wait: whether the video can be played.", javaType = "Boolean")
    public static final String PLAYABLE = "CamelApiVideoPlayable";

    @Metadata(
            description = "After getStatus or waitForVideo: the number of parts that the service has.",
            javaType = "Integer")
    public static final String PARTS_RECEIVED = "CamelApiVideoPartsReceived";

    @Metadata(
            description =
                    "For getUploadToken and deleteUploadToken: the token, which is a credential. No option has it, "
                            + "because it must be in no URI. It does not open an upload; the option uploadToken does.",
            javaType = "String")
    public static final String UPLOAD_TOKEN = "CamelApiVideoUploadToken";

    @Metadata(description = "Wins over the option ttl.", javaType = "Integer")
    public static final String TTL = "CamelApiVideoTtl";

    @Metadata(description = "Wins over the option name.", javaType = "String")
    public static final String NAME = "CamelApiVideoName";

    @Metadata(
            description =
                    "Wins over the option liveStreamId. After an operation or of an event about a live stream: its identifier.",
            javaType = "String")
    public static final String LIVE_STREAM_ID = "CamelApiVideoLiveStreamId";

    @Metadata(
            description = "Wins over the option watermarkId. After uploadWatermark: the identifier of the image.",
            javaType = "String")
    public static final String WATERMARK_ID = "CamelApiVideoWatermarkId";

    @Metadata(description = "Wins over the option defaultCaption.", javaType = "Boolean")
    public static final String DEFAULT_CAPTION = "CamelApiVideoDefaultCaption";

    @Metadata(
            description = "For upload: captions to send after the video, by language. A file is any kind of body, "
                    + "file:..., classpath:..., or the text itself, which begins with WEBVTT.",
            javaType = "Map<String, Object>")
    public static final String CAPTIONS = "CamelApiVideoCaptions";

    @Metadata(
            description = "For upload: chapters to send after the video, by language, like CamelApiVideoCaptions.",
            javaType = "Map<String, Object>")
    public static final String CHAPTERS = "CamelApiVideoChapters";

    @Metadata(
            description = "For upload: an image to send after the video as its thumbnail: any kind of body, "
                    + "file:..., or classpath:...",
            javaType = "Object")
    public static final String THUMBNAIL = "CamelApiVideoThumbnail";

    @Metadata(description = "Wins over the option logoLink.", javaType = "String")
    public static final String LOGO_LINK = "CamelApiVideoLogoLink";

    @Metadata(description = "Wins over the option timecode.", javaType = "String")
    public static final String TIMECODE = "CamelApiVideoTimecode";

    @Metadata(
            description =
                    "For listLiveStreams: the stream key of the one to find. No option has it, because it is a credential.",
            javaType = "String")
    public static final String STREAM_KEY = "CamelApiVideoStreamKey";

    @Metadata(
            description = "Wins over the option webhookId. After an operation about a webhook: its identifier. Of an "
                    + "event: the webhook that has delivered it; the service does not sign it.",
            javaType = "String")
    public static final String WEBHOOK_ID = "CamelApiVideoWebhookId";

    @Metadata(description = "Wins over the option webhookUrl.", javaType = "String")
    public static final String WEBHOOK_URL = "CamelApiVideoWebhookUrl";

    @Metadata(
            description = "Wins over the option events: a collection, or text separated by commas.",
            javaType = "Collection<String> or String")
    public static final String EVENTS = "CamelApiVideoEvents";

    @Metadata(
            description = "Wins over the option summaryId. After createSummary, and of an event about a summary: its "
                    + "identifier.",
            javaType = "String")
    public static final String SUMMARY_ID = "CamelApiVideoSummaryId";

    @Metadata(description = "Wins over the option origin.", javaType = "String")
    public static final String ORIGIN = "CamelApiVideoOrigin";

    @Metadata(description = "Wins over the option sourceStatus.", javaType = "String")
    public static final String SOURCE_STATUS = "CamelApiVideoSourceStatus";

    @Metadata(
            description = "Wins over the option summaryAttributes: a collection, or text separated by commas.",
            javaType = "Collection<String> or String")
    public static final String SUMMARY_ATTRIBUTES = "CamelApiVideoSummaryAttributes";

    @Metadata(description = "Wins over the option value.", javaType = "String")
    public static final String VALUE = "CamelApiVideoValue";

    @Metadata(description = "Wins over the option metric.", javaType = "String")
    public static final String METRIC = "CamelApiVideoMetric";

    @Metadata(description = "Wins over the option aggregation.", javaType = "String")
    public static final String AGGREGATION = "CamelApiVideoAggregation";

    @Metadata(description = "Wins over the option breakdown.", javaType = "String")
    public static final String BREAKDOWN = "CamelApiVideoBreakdown";

    @Metadata(description = "Wins over the option from.", javaType = "String or java.time.OffsetDateTime")
    public static final String FROM = "CamelApiVideoFrom";

    @Metadata(description = "Wins over the option to.", javaType = "String or java.time.OffsetDateTime")
    public static final String TO = "CamelApiVideoTo";

    @Metadata(
            description = "For request: the parameters of its URL. A value of the map may be a collection.",
            javaType = "Map<String, Object> or String")
    public static final String QUERY = "CamelApiVideoQuery";

    @Metadata(description = "After request: the HTTP status of the answer.", javaType = "Integer")
    public static final String STATUS_CODE = "CamelApiVideoStatusCode";

    @Metadata(description = "Wins over the option interval.", javaType = "String")
    public static final String INTERVAL = "CamelApiVideoInterval";

    @Metadata(description = "Wins over the option unique.", javaType = "Boolean")
    public static final String UNIQUE = "CamelApiVideoUnique";

    @Metadata(description = "Wins over the option viewDuration.", javaType = "String")
    public static final String VIEW_DURATION = "CamelApiVideoViewDuration";

    @Metadata(
            description = "Wins over the options filterBy.*, as a whole; a value may be a collection.",
            javaType = "Map<String, Object>")
    public static final String FILTER_BY = "CamelApiVideoFilterBy";

    @Metadata(
            description = "After deleteAbandoned: the number of containers that were deleted; 0 with dryRun.",
            javaType = "Integer")
    public static final String DELETED = "CamelApiVideoDeleted";

    private ApiVideoConstants() {}
}
