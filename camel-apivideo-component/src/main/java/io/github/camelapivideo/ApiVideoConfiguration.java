// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.UploadListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of the component and of an endpoint, as written; checked when an endpoint is made. Not thread-safe; not
 * changed once an endpoint uses it. The Javadoc of a setter is the option's text in Camel's catalog, the starter and
 * docs/options.md; Camel finds that of {@code public} at its field.
 *
 * <pre>{@code
 * ApiVideoConfiguration options = new ApiVideoConfiguration();
 * options.setApiKey(apiKey);
 * options.setEnvironment("sandbox");
 * options.setUploadKey("${file:name}-${file:size}");
 * ApiVideoComponent archive = new ApiVideoComponent();
 * archive.setConfiguration(options);
 * context.addComponent("archive", archive);
 * }</pre>
 */
@UriParams
@Configurer
public class ApiVideoConfiguration implements Cloneable {

    @UriParam(label = "security", secret = true)
    private String apiKey;

    @UriParam(label = "common", enums = "production,sandbox", defaultValue = "production")
    private String environment = "production";

    @UriParam(label = "advanced")
    private String baseUri;

    @UriParam(label = "security,advanced", defaultValue = "false")
    private boolean allowInsecureHttp = false;

    @UriParam(label = "security", enums = "bearer,basic", defaultValue = "bearer")
    private String authentication = "bearer";

    @UriParam(label = "producer,security", secret = true)
    private String uploadToken;

    @UriParam(label = "video")
    private String title;

    @UriParam(label = "video")
    private String description;

    @UriParam(label = "video")
    private String tags;

    @UriParam(label = "video", prefix = "metadata.", multiValue = true)
    private Map<String, Object> metadata = new HashMap<>();

    /** Whether the video or live stream is public. A private one needs a token for each play session. */
    @UriParam(name = "public", label = "producer,video", defaultValue = "true")
    private Boolean publicVideo;

    @UriParam(label = "producer,video", defaultValue = "false")
    private Boolean panoramic;

    @UriParam(label = "producer,video", defaultValue = "true")
    private Boolean mp4Support;

    @UriParam(label = "producer,video")
    private String playerId;

    @UriParam(label = "producer,video")
    private String language;

    @UriParam(label = "producer,video", defaultValue = "false")
    private Boolean transcript;

    @UriParam(label = "producer,video", defaultValue = "false")
    private Boolean transcriptSummary;

    @UriParam(label = "producer,video")
    private String transcriptSummaryAttributes;

    @UriParam(label = "producer,video", prefix = "clip.", multiValue = true)
    private Map<String, Object> clip = new HashMap<>();

    @UriParam(label = "producer,video", prefix = "watermark.", multiValue = true)
    private Map<String, Object> watermark = new HashMap<>();

    @UriParam(label = "producer,video")
    private String fileName;

    @UriParam(label = "producer")
    private String videoId;

    @UriParam(label = "producer")
    private String source;

    @UriParam(label = "producer,video", enums = "replace,merge", defaultValue = "replace")
    private String updateMode = "replace";

    @UriParam(label = "producer,video", defaultValue = "false")
    private boolean removePlayer = false;

    @UriParam(label = "video", javaType = "java.time.Duration", defaultValue = "604800000")
    private long maxAge = 604_800_000;

    @UriParam(label = "producer,video", defaultValue = "false")
    private boolean dryRun = false;

    @UriParam
    private String liveStreamId;

    @UriParam(label = "producer,list", enums = "list,stream", defaultValue = "list")
    private String outputType = "list";

    @UriParam(label = "producer,list")
    private String currentPage;

    @UriParam(label = "list", defaultValue = "100")
    private String pageSize = "100";

    @UriParam(label = "producer,list")
    private String sortBy;

    @UriParam(label = "producer,list", enums = "asc,desc", defaultValue = "asc")
    private String sortOrder = "asc";

    @UriParam(label = "producer,part")
    private String partNumber;

    @UriParam(label = "producer,part")
    private String totalParts;

    @UriParam(label = "producer,account")
    private String ttl;

    @UriParam(label = "producer,account")
    private String name;

    @UriParam(label = "producer,asset", defaultValue = "true")
    private Boolean defaultCaption;

    @UriParam(label = "producer,asset")
    private String timecode;

    @UriParam(label = "producer,asset")
    private String watermarkId;

    @UriParam(label = "producer,asset")
    private String logoLink;

    @UriParam(label = "producer,account")
    private String webhookId;

    @UriParam(label = "account")
    private String webhookUrl;

    @UriParam(label = "account")
    private String events;

    @UriParam(label = "producer,account")
    private String summaryId;

    @UriParam(label = "producer,account", enums = "auto,api")
    private String origin;

    @UriParam(label = "producer,account")
    private String sourceStatus;

    @UriParam(label = "producer,account")
    private String summaryAttributes;

    @UriParam(label = "producer,account")
    private String value;

    @UriParam(label = "producer,analytics")
    private String metric;

    @UriParam(label = "producer,analytics")
    private String aggregation;

    @UriParam(label = "producer,analytics")
    private String breakdown;

    @UriParam(label = "producer,analytics")
    private String from;

    @UriParam(label = "producer,analytics")
    private String to;

    @UriParam(label = "producer,analytics", enums = "minute,hour,day")
    private String interval;

    @UriParam(label = "producer,request", enums = "GET,POST,PUT,PATCH,DELETE", defaultValue = "GET")
    private String method = "GET";

    @UriParam(label = "producer,request")
    private String path;

    @UriParam(label = "producer,analytics")
    private String unique;

    @UriParam(label = "producer,analytics", enums = "3s,5s,10s,30s")
    private String viewDuration;

    @UriParam(label = "producer,analytics", prefix = "filterBy.", multiValue = true)
    private Map<String, Object> filterBy = new HashMap<>();

    @UriParam(label = "producer", defaultValue = "auto")
    private String partSize = "auto";

    @UriParam(label = "producer", defaultValue = "4")
    private String parallelism = "4";

    @UriParam(label = "producer,advanced")
    private UploadListener uploadListener;

    @UriParam(label = "producer", enums = "auto,delete,keep", defaultValue = "auto")
    private String onFailure = "auto";

    @UriParam(label = "producer")
    private String uploadKey;

    @UriParam(label = "producer,advanced", enums = "auto,strict", defaultValue = "auto")
    private String resume = "auto";

    @UriParam(label = "producer,advanced", enums = "full,size,off", defaultValue = "full")
    private String fileCheck = "full";

    @UriParam(label = "producer,advanced", enums = "warn,strict,off", defaultValue = "warn")
    private String contentCheck = "warn";

    @UriParam(label = "producer,advanced", enums = "strict,warn,off", defaultValue = "strict")
    private String lengthCheck = "strict";

    @UriParam(label = "producer,waiting", enums = "none,uploaded,playable,encoded", defaultValue = "none")
    private String waitFor;

    @UriParam(label = "producer,waiting", javaType = "java.time.Duration", defaultValue = "3600000")
    private long waitTimeout = 3_600_000;

    @UriParam(label = "producer,waiting,advanced", javaType = "java.time.Duration", defaultValue = "1000")
    private long waitInterval = 1000;

    @UriParam(label = "producer,waiting,advanced", javaType = "java.time.Duration", defaultValue = "30000")
    private long maxWaitInterval = 30_000;

    @UriParam(label = "producer,security", defaultValue = "true")
    private boolean allowHeaderOverrides = true;

    @UriParam(label = "advanced", defaultValue = "25")
    private int maxRetries = 25;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "500")
    private long retryDelay = 500;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "30000")
    private long maxRetryDelay = 30_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "0")
    private long retryTimeout = 0;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "15000")
    private long recordTimeout = 15_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "30000")
    private long connectTimeout = 30_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration", defaultValue = "120000")
    private long stallTimeout = 120_000;

    @UriParam(label = "advanced", javaType = "java.time.Duration")
    private Long answerTimeout;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration", defaultValue = "600000")
    private long sourceTimeout = 600_000;

    @UriParam(label = "producer", javaType = "java.time.Duration", defaultValue = "30000")
    private long progressInterval = 30_000;

    @UriParam(label = "producer,advanced", javaType = "java.time.Duration", defaultValue = "0")
    private long uploadTimeout;

    @UriParam(label = "producer,advanced")
    private String minimumRate;

    @UriParam(label = "consumer", defaultValue = "/apivideo/events")
    private String webhookPath = "/apivideo/events";

    @UriParam(label = "consumer,security", secret = true)
    private String webhookSecret;

    @UriParam(label = "consumer", enums = "none,reuse,owned", defaultValue = "none")
    private String webhookRegistration = "none";

    @UriParam(label = "consumer")
    private String qualities;

    @UriParam(label = "consumer", enums = "none,encoded", defaultValue = "none")
    private String collapse = "none";

    @UriParam(label = "consumer", enums = "processed,received", defaultValue = "processed")
    private String acknowledge = "processed";

    @UriParam(label = "consumer", enums = "created,published,playable,discarded,abandoned", defaultValue = "created")
    private String emit = "created";

    @UriParam(label = "consumer", defaultValue = "now")
    private String since = "now";

    @UriParam(label = "consumer", defaultValue = "0")
    private int maxMessagesPerPoll = 0;

    @UriParam(label = "consumer,advanced")
    private IdempotentRepository idempotentRepository;

    @UriParam(label = "consumer,advanced", defaultValue = "64KiB")
    private String webhookMaxPayloadSize = "64KiB";

    @UriParam(label = "consumer,advanced")
    private String httpServerComponent;

    @UriParam(label = "advanced", prefix = "http.", multiValue = true)
    private Map<String, Object> http = new HashMap<>();

    // Texts that look like Simple and are none, because they came out of an evaluation.
    private Set<String> literals = Set.of();

    /** A configuration of its own with the same options. */
    public ApiVideoConfiguration copy() {
        try {
            ApiVideoConfiguration copy = (ApiVideoConfiguration) clone();
            copy.metadata = new HashMap<>(metadata);
            copy.clip = new HashMap<>(clip);
            copy.watermark = new HashMap<>(watermark);
            copy.filterBy = new HashMap<>(filterBy);
            copy.http = new HashMap<>(http);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** Removes what describes a new video, and the name of a player or live stream. */
    void forgetNewVideo() {
        title = null;
        description = null;
        tags = null;
        metadata = new HashMap<>();
        publicVideo = null;
        panoramic = null;
        removePlayer = false;
        mp4Support = null;
        playerId = null;
        name = null;
        language = null;
        transcript = null;
        transcriptSummary = null;
        transcriptSummaryAttributes = null;
        clip = new HashMap<>();
        watermark = new HashMap<>();
    }

    Set<String> literals() {
        return literals;
    }

    void setLiterals(Set<String> literals) {
        this.literals = literals;
    }

    public String getApiKey() {
        return apiKey;
    }

    /** The API key of the account. Set it on the component, so that no URI contains it. */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getEnvironment() {
        return environment;
    }

    /** The service that the account belongs to. */
    public void setEnvironment(String environment) {
        this.environment = environment;
    }

    public String getBaseUri() {
        return baseUri;
    }

    /**
     * The address of the service, in place of the environment's; for a simulator or a proxy. Plain http is allowed for
     * loopback addresses only, unless allowInsecureHttp is set.
     */
    public void setBaseUri(String baseUri) {
        this.baseUri = baseUri;
    }

    public boolean isAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    /**
     * Whether a baseUri with plain http may be on another machine. Anyone on the way can then read credentials and
     * videos.
     */
    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    public String getAuthentication() {
        return authentication;
    }

    /**
     * How requests are authenticated: bearer uses an access token, which is fetched with the API key and renewed in
     * time; basic sends the API key in every request.
     */
    public void setAuthentication(String authentication) {
        this.authentication = authentication;
    }

    public String getUploadToken() {
        return uploadToken;
    }

    /**
     * The token of a delegated upload, which needs no API key. The service creates the container, so options that
     * describe one are refused.
     */
    public void setUploadToken(String uploadToken) {
        this.uploadToken = uploadToken;
    }

    public String getTitle() {
        return title;
    }

    /**
     * The title of the video; by default the file name, else Untitled video with the time. Simple language is
     * evaluated for each exchange.
     */
    public void setTitle(String title) {
        this.title = title;
    }

    public String getDescription() {
        return description;
    }

    /** The description of the video. Simple language is evaluated for each exchange. */
    public void setDescription(String description) {
        this.description = description;
    }

    public String getTags() {
        return tags;
    }

    /** The tags of the video, separated by commas. Simple language is evaluated for each exchange. */
    public void setTags(String tags) {
        this.tags = tags;
    }

    public Map<String, Object> getMetadata() {
        return metadata;
    }

    /** The metadata of the video, as metadata.key=value. Simple language is evaluated for each exchange. */
    public void setMetadata(Map<String, Object> metadata) {
        this.metadata = metadata;
    }

    public Boolean getPublic() {
        return publicVideo;
    }

    public void setPublic(Boolean value) {
        publicVideo = value;
    }

    public Boolean getPanoramic() {
        return panoramic;
    }

    /** Whether the video is a 360 degree video. */
    public void setPanoramic(Boolean panoramic) {
        this.panoramic = panoramic;
    }

    public Boolean getMp4Support() {
        return mp4Support;
    }

    /** Whether the service also offers the video as MP4. */
    public void setMp4Support(Boolean mp4Support) {
        this.mp4Support = mp4Support;
    }

    public String getPlayerId() {
        return playerId;
    }

    /** The player that shows the video or the live stream; for operations about players, the player. Simple language is evaluated for each exchange. */
    public void setPlayerId(String playerId) {
        this.playerId = playerId;
    }

    public String getLanguage() {
        return language;
    }

    /**
     * The spoken language, as an IETF tag from the service's list; by default the service detects it. For a caption or
     * chapters: their language, as an IETF tag of any language. Simple language is evaluated for each exchange.
     */
    public void setLanguage(String language) {
        this.language = language;
    }

    public Boolean getTranscript() {
        return transcript;
    }

    /** Whether the service writes a transcript. */
    public void setTranscript(Boolean transcript) {
        this.transcript = transcript;
    }

    public Boolean getTranscriptSummary() {
        return transcriptSummary;
    }

    /** Whether the service writes a summary. */
    public void setTranscriptSummary(Boolean transcriptSummary) {
        this.transcriptSummary = transcriptSummary;
    }

    public String getTranscriptSummaryAttributes() {
        return transcriptSummaryAttributes;
    }

    /**
     * The contents of the summary: abstract, takeaways, or both separated by a comma. Simple language is evaluated for
     * each exchange.
     */
    public void setTranscriptSummaryAttributes(String transcriptSummaryAttributes) {
        this.transcriptSummaryAttributes = transcriptSummaryAttributes;
    }

    public Map<String, Object> getClip() {
        return clip;
    }

    /**
     * The section of the video to keep: clip.startTimecode and clip.endTimecode, as HH:MM:SS. Simple language is
     * evaluated for each exchange.
     */
    public void setClip(Map<String, Object> clip) {
        this.clip = clip;
    }

    public Map<String, Object> getWatermark() {
        return watermark;
    }

    /**
     * The watermark over the video: watermark.id; its place and size in watermark.top, left, bottom, right, width and
     * height (px or %); and watermark.opacity (%). Simple language is evaluated for each exchange.
     */
    public void setWatermark(Map<String, Object> watermark) {
        this.watermark = watermark;
    }

    public String getFileName() {
        return fileName;
    }

    /**
     * The file name that the service receives; by default the name of the file, remote file or object in the exchange.
     * Simple language is evaluated for each exchange.
     */
    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public String getVideoId() {
        return videoId;
    }

    /**
     * The video. For upload: an existing, empty container to fill in place of a new one; options that describe a new
     * one are then not used. Simple language is evaluated for each exchange.
     */
    public void setVideoId(String videoId) {
        this.videoId = videoId;
    }

    public String getLiveStreamId() {
        return liveStreamId;
    }

    /** The live stream. For a list of videos: only its recordings. Simple language is evaluated for each exchange. */
    public void setLiveStreamId(String liveStreamId) {
        this.liveStreamId = liveStreamId;
    }

    public String getOutputType() {
        return outputType;
    }

    /**
     * The body after an operation that lists: list is a List of all items, at most 10,000; stream is an Iterator that
     * reads the pages while the route reads the items, for split with streaming. A route that creates an item for each
     * one it reads must use list.
     */
    public void setOutputType(String outputType) {
        this.outputType = outputType;
    }

    public String getCurrentPage() {
        return currentPage;
    }

    /**
     * The number of a page, from 1, to get this page alone; by default all pages are read. Simple language is evaluated
     * for each exchange.
     */
    public void setCurrentPage(String currentPage) {
        this.currentPage = currentPage;
    }

    public String getPageSize() {
        return pageSize;
    }

    /**
     * The number of items that are asked for at once, from 10 to 100. If all pages are read, some have fewer, so that
     * they overlap. Simple language is evaluated for each exchange.
     */
    public void setPageSize(String pageSize) {
        this.pageSize = pageSize;
    }

    public String getSortBy() {
        return sortBy;
    }

    /**
     * What a list is sorted by; by default the time of creation, in lists that have it. All pages are read without a gap
     * if it does not change meanwhile, as a title may. Simple language is evaluated for each exchange.
     */
    public void setSortBy(String sortBy) {
        this.sortBy = sortBy;
    }

    public String getSortOrder() {
        return sortOrder;
    }

    /** The order of a list: ascending or descending. Simple language is evaluated for each exchange. */
    public void setSortOrder(String sortOrder) {
        this.sortOrder = sortOrder;
    }

    public String getUpdateMode() {
        return updateMode;
    }

    /**
     * What happens to the tags and metadata that a video has, if an update sets tags or metadata: replace removes them;
     * merge keeps the tags, and the metadata with other keys. To merge, the video is read first; a change that another
     * client makes between the two requests is lost.
     */
    public void setUpdateMode(String updateMode) {
        this.updateMode = updateMode;
    }

    public long getMaxAge() {
        return maxAge;
    }

    /**
     * The time after its creation, and after its last change, at which an incomplete container counts as abandoned; at
     * least 1h. Must be longer than the longest upload, with all that it waits and until it is resumed. The default is 7
     * days: the service accepts no upload that takes longer.
     */
    public void setMaxAge(long maxAge) {
        this.maxAge = maxAge;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Whether deleteAbandoned only lists what it would delete, and deletes nothing. */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public boolean isRemovePlayer() {
        return removePlayer;
    }

    /** Whether an update removes the player of the video, so that the default player shows it. */
    public void setRemovePlayer(boolean removePlayer) {
        this.removePlayer = removePlayer;
    }

    public String getSource() {
        return source;
    }

    /**
     * The URL, with http or https, from which the service downloads the video. Set one with a signature or a password in
     * the header, because URIs are logged. Simple language is evaluated for each exchange.
     */
    public void setSource(String source) {
        this.source = source;
    }

    public String getPartNumber() {
        return partNumber;
    }

    /** The number of the part, from 1. Simple language is evaluated for each exchange. */
    public void setPartNumber(String partNumber) {
        this.partNumber = partNumber;
    }

    public String getTotalParts() {
        return totalParts;
    }

    /** The number of parts of the video, if known. Simple language is evaluated for each exchange. */
    public void setTotalParts(String totalParts) {
        this.totalParts = totalParts;
    }

    public String getTtl() {
        return ttl;
    }

    /**
     * The life of a new upload token in seconds; by default it never expires. Simple language is evaluated for each
     * exchange.
     */
    public void setTtl(String ttl) {
        this.ttl = ttl;
    }

    public String getName() {
        return name;
    }

    /** The name of the player or live stream. Simple language is evaluated for each exchange. */
    public void setName(String name) {
        this.name = name;
    }

    public Boolean getDefaultCaption() {
        return defaultCaption;
    }

    /** Whether players show the caption by default. */
    public void setDefaultCaption(Boolean defaultCaption) {
        this.defaultCaption = defaultCaption;
    }

    public String getTimecode() {
        return timecode;
    }

    /**
     * The frame of the video that becomes its thumbnail: HH:MM:SS, HH:MM:SS.mmm, HH:MM:SS:frame, or whole seconds. The
     * first frame if the video is shorter. Simple language is evaluated for each exchange.
     */
    public void setTimecode(String timecode) {
        this.timecode = timecode;
    }

    public String getLogoLink() {
        return logoLink;
    }

    /** The URL that a click on the logo opens. Simple language is evaluated for each exchange. */
    public void setLogoLink(String logoLink) {
        this.logoLink = logoLink;
    }

    public String getWatermarkId() {
        return watermarkId;
    }

    /** The watermark image. Simple language is evaluated for each exchange. */
    public void setWatermarkId(String watermarkId) {
        this.watermarkId = watermarkId;
    }

    public String getWebhookId() {
        return webhookId;
    }

    /** The webhook. Simple language is evaluated for each exchange. */
    public void setWebhookId(String webhookId) {
        this.webhookId = webhookId;
    }

    public String getWebhookUrl() {
        return webhookUrl;
    }

    /**
     * The URL that receives the events of a webhook; of a consumer, its public URL. Set one with a secret in the header,
     * because URIs are logged. Simple language is evaluated for each exchange.
     */
    public void setWebhookUrl(String webhookUrl) {
        this.webhookUrl = webhookUrl;
    }

    public String getEvents() {
        return events;
    }

    /**
     * The types of events, separated by commas: those that a new webhook receives, or that reach the route of a
     * consumer, by default all. For a list of webhooks: one type that they receive. Simple language is evaluated for
     * each exchange.
     */
    public void setEvents(String events) {
        this.events = events;
    }

    public String getSummaryId() {
        return summaryId;
    }

    /** The summary. Simple language is evaluated for each exchange. */
    public void setSummaryId(String summaryId) {
        this.summaryId = summaryId;
    }

    public String getOrigin() {
        return origin;
    }

    /**
     * The author of a summary: auto is the service, api is updateSummarySource. The default of a new one is api. For a
     * list of summaries: only those. Simple language is evaluated for each exchange.
     */
    public void setOrigin(String origin) {
        this.origin = origin;
    }

    public String getSourceStatus() {
        return sourceStatus;
    }

    /**
     * For a list of summaries: only those with this status: missing, waiting, completed, failed or unprocessable.
     * Simple language is evaluated for each exchange.
     */
    public void setSourceStatus(String sourceStatus) {
        this.sourceStatus = sourceStatus;
    }

    public String getSummaryAttributes() {
        return summaryAttributes;
    }

    /**
     * The contents of a summary that the service writes: abstract, takeaways, or both separated by a comma; by default
     * both. Simple language is evaluated for each exchange.
     */
    public void setSummaryAttributes(String summaryAttributes) {
        this.summaryAttributes = summaryAttributes;
    }

    public String getValue() {
        return value;
    }

    /**
     * For a list of tags: only those that contain this text, in small or large letters. Simple language is evaluated
     * for each exchange.
     */
    public void setValue(String value) {
        this.value = value;
    }

    public String getMetric() {
        return metric;
    }

    /** The metric, such as play, impression-time or ccv. Simple language is evaluated for each exchange. */
    public void setMetric(String metric) {
        this.metric = metric;
    }

    public String getAggregation() {
        return aggregation;
    }

    /**
     * What is made of the metric: count, rate, total, average, sum, peak or live. Simple language is evaluated for
     * each exchange.
     */
    public void setAggregation(String aggregation) {
        this.aggregation = aggregation;
    }

    public String getBreakdown() {
        return breakdown;
    }

    /**
     * The dimension by which the metric is divided, such as media-id, country or browser. Simple language is evaluated
     * for each exchange.
     */
    public void setBreakdown(String breakdown) {
        this.breakdown = breakdown;
    }

    public String getFrom() {
        return from;
    }

    /**
     * The begin of the time that the metric is about, as in 2026-01-31T12:00:00+01:00; by default a day before its
     * end. Simple language is evaluated for each exchange.
     */
    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    /**
     * The end of that time, which is not part of it; by default now. Simple language is evaluated for each exchange.
     */
    public void setTo(String to) {
        this.to = to;
    }

    public String getInterval() {
        return interval;
    }

    /**
     * The length of each step of a metric over time; the service chooses it by default. Simple language is evaluated
     * for each exchange.
     */
    public void setInterval(String interval) {
        this.interval = interval;
    }

    public String getMethod() {
        return method;
    }

    /** The method of the request. */
    public void setMethod(String method) {
        this.method = method;
    }

    public String getPath() {
        return path;
    }

    /**
     * The path of the request below the account's base URI, as in /videos/{videoId}/status. The header of that name has
     * the value of a variable, which is one segment.
     */
    public void setPath(String path) {
        this.path = path;
    }

    public String getUnique() {
        return unique;
    }

    /**
     * Whether each viewer counts once a day; only for the metrics view and ccv. Simple language is evaluated for each
     * exchange.
     */
    public void setUnique(String unique) {
        this.unique = unique;
    }

    public String getViewDuration() {
        return viewDuration;
    }

    /**
     * How long a viewer must watch to count; only for the metric view. Simple language is evaluated for each exchange.
     */
    public void setViewDuration(String viewDuration) {
        this.viewDuration = viewDuration;
    }

    public Map<String, Object> getFilterBy() {
        return filterBy;
    }

    /**
     * What the metric is about, as filterBy.browser=firefox,chrome: mediaId, mediaType, continent, country,
     * deviceType, operatingSystem, browser, tag or referrer. Simple language is evaluated for each exchange.
     */
    public void setFilterBy(Map<String, Object> filterBy) {
        this.filterBy = filterBy;
    }

    public String getPartSize() {
        return partSize;
    }

    /**
     * The size of every part except the last: bytes, or a number with KiB, MiB or GiB, from 5MiB to 200MiB. By default
     * it is chosen from length and parallelism. The upload of a stream holds at most one part more than the
     * parallelism in memory, within bufferMemory.
     */
    public void setPartSize(String partSize) {
        this.partSize = partSize;
    }

    public String getParallelism() {
        return parallelism;
    }

    /**
     * The largest number of parts of one video that are sent at once; 1 sends one after another. With auto it is 4 in
     * the beginning and grows up to 32 while the measured rate grows, as far as the length of the video, the free lanes,
     * the memory and the unused requests of this minute allow; it is halved when connections break; with uploadKey it is
     * 4.
     */
    public void setParallelism(String parallelism) {
        this.parallelism = parallelism;
    }

    public UploadListener getUploadListener() {
        return uploadListener;
    }

    /**
     * A bean that receives the progress of each upload. By default, all beans of this type receive it that are in the
     * registry when the endpoint is created; with autowiredEnabled=false, none.
     */
    public void setUploadListener(UploadListener uploadListener) {
        this.uploadListener = uploadListener;
    }

    public String getOnFailure() {
        return onFailure;
    }

    /**
     * What happens to the container that a failed upload created: delete deletes it; keep keeps it; auto keeps it if
     * there is an uploadKey, with which another upload can continue in it.
     */
    public void setOnFailure(String onFailure) {
        this.onFailure = onFailure;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /**
     * The largest number of retries of a request after a network failure, a 5xx or a 429. The default lasts more than
     * five minutes.
     */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    /** The delay before the first retry. It doubles with each retry; half of it is random. */
    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /** The longest delay between two tries, unless the service asks for more. */
    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public String getUploadKey() {
        return uploadKey;
    }

    /**
     * Identifies the bytes of an upload, like ${file:name}-${file:size}; it has to change when they change. An upload
     * with the key of an earlier one continues in its container, sends only the missing parts, and answers at once if
     * none is missing. Simple language is evaluated for each exchange.
     */
    public void setUploadKey(String uploadKey) {
        this.uploadKey = uploadKey;
    }

    public String getResume() {
        return resume;
    }

    /**
     * What happens if a container with the uploadKey does not fit, because it is for other bytes, another length, part
     * size or kind of upload, or because the service could not encode it: auto creates a new one and logs the reason;
     * strict fails the exchange.
     */
    public void setResume(String resume) {
        this.resume = resume;
    }

    public String getFileCheck() {
        return fileCheck;
    }

    /**
     * What must not change in a file while it is uploaded: full checks its size and its time of modification; size
     * checks only its size, for files whose time changes without their bytes; off checks nothing. An upload whose file
     * has changed fails.
     */
    public void setFileCheck(String fileCheck) {
        this.fileCheck = fileCheck;
    }

    public String getContentCheck() {
        return contentCheck;
    }

    /**
     * What happens to a body that does not begin like a video, but like text, a page, a picture, a document or an
     * archive: warn sends it and logs its kind; strict refuses it before anything is sent; off does not look at it.
     * Both warn and strict refuse decoded text (a String), multipart and gzip bodies.
     */
    public void setContentCheck(String contentCheck) {
        this.contentCheck = contentCheck;
    }

    public String getLengthCheck() {
        return lengthCheck;
    }

    /**
     * What happens if a body has fewer or more bytes than its remote file, stored object or HTTP request promised:
     * strict fails the upload before its last part is sent; warn logs it and uploads the video; off ignores it.
     * Lengths that may belong to another body are no promises: they only help to choose the part size, as all lengths
     * do with off.
     */
    public void setLengthCheck(String lengthCheck) {
        this.lengthCheck = lengthCheck;
    }

    public String getWaitFor() {
        return waitFor;
    }

    /**
     * The state of the video that the exchange waits for: uploaded, if the service has stored the whole source;
     * playable, if one quality can be played; encoded, if all qualities are encoded; none does not wait. The wait holds
     * no thread. The default of waitForVideo is playable.
     */
    public void setWaitFor(String waitFor) {
        this.waitFor = waitFor;
    }

    public long getWaitTimeout() {
        return waitTimeout;
    }

    /** The longest wait for the state that waitFor names, after which the exchange fails; 0 for no limit. */
    public void setWaitTimeout(long waitTimeout) {
        this.waitTimeout = waitTimeout;
    }

    public long getWaitInterval() {
        return waitInterval;
    }

    /**
     * The pause after the first question for the status of a video that is waited for. Each next pause is half as long
     * again; up to a quarter of it is left out at random. The last question comes one such interval before the
     * waitTimeout.
     */
    public void setWaitInterval(long waitInterval) {
        this.waitInterval = waitInterval;
    }

    public long getMaxWaitInterval() {
        return maxWaitInterval;
    }

    /** The longest pause between two questions for the status of a video that is waited for. */
    public void setMaxWaitInterval(long maxWaitInterval) {
        this.maxWaitInterval = maxWaitInterval;
    }

    public boolean isAllowHeaderOverrides() {
        return allowHeaderOverrides;
    }

    /**
     * Whether headers override options. Set it to false if senders of messages may not choose the container, the key
     * or the description of the video; no CamelApiVideo header is then read.
     */
    public void setAllowHeaderOverrides(boolean allowHeaderOverrides) {
        this.allowHeaderOverrides = allowHeaderOverrides;
    }

    public long getRetryTimeout() {
        return retryTimeout;
    }

    /** The longest time for all tries of a request, from its first failure; 0 for as long as maxRetries allows. */
    public void setRetryTimeout(long retryTimeout) {
        this.retryTimeout = retryTimeout;
    }

    public long getRecordTimeout() {
        return recordTimeout;
    }

    /**
     * How long the service's record may lag. For this time, a part that the service calls already sent is looked for
     * in the record, and a new container that is not found is asked for again. 0 takes the first answer.
     */
    public void setRecordTimeout(long recordTimeout) {
        this.recordTimeout = recordTimeout;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /**
     * How long to wait for a connection to an address of the service, and then for each step of its TLS handshake,
     * before the request is ended and tried again; 0 for no limit. Both together may take twice as long.
     */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Long getAnswerTimeout() {
        return answerTimeout;
    }

    /**
     * How long the answer to a request may take, from the end of the request's body, before the request is ended and
     * tried again; 0 for no limit. The default is two minutes; for a part it is longer by the time that its bytes take
     * at 256 KiB a second, for proxies that accept a body at once and forward it slowly.
     */
    public void setAnswerTimeout(Long answerTimeout) {
        this.answerTimeout = answerTimeout;
    }

    public long getStallTimeout() {
        return stallTimeout;
    }

    /**
     * How long the connection may accept no more bytes of a request's body before the request is ended and tried
     * again; 0 for no limit.
     */
    public void setStallTimeout(long stallTimeout) {
        this.stallTimeout = stallTimeout;
    }

    public long getSourceTimeout() {
        return sourceTimeout;
    }

    /** How long the body may deliver nothing before the upload fails; 0 for no limit. */
    public void setSourceTimeout(long sourceTimeout) {
        this.sourceTimeout = sourceTimeout;
    }

    public long getProgressInterval() {
        return progressInterval;
    }

    /**
     * How often the log shows at INFO how far a long upload has come. An upload that sends nothing for this time causes
     * a warning with the reason, and another when the kind of reason changes. 0 for never.
     */
    public void setProgressInterval(long progressInterval) {
        this.progressInterval = progressInterval;
    }

    public String getMinimumRate() {
        return minimumRate;
    }

    /**
     * The least rate at which a body that is a stream has to deliver, like 10kB/s; an upload whose body is slower fails.
     * The rate is taken over 30 seconds, or over the sourceTimeout if that is shorter, of the time in which the component
     * waits for bytes; the time in which it cannot take any does not count. By default there is no such limit.
     */
    public void setMinimumRate(String minimumRate) {
        this.minimumRate = minimumRate;
    }

    public long getUploadTimeout() {
        return uploadTimeout;
    }

    /**
     * How long an upload may take before it fails, from the arrival of the exchange to the end of the upload; the time in
     * which it waits for its turn counts, and the wait of waitFor does not. 0 for no limit. An upload that is over the
     * limit ends as any failed upload, by onFailure; the deletion of its container may take up to a minute more.
     */
    public void setUploadTimeout(long uploadTimeout) {
        this.uploadTimeout = uploadTimeout;
    }

    public String getWebhookPath() {
        return webhookPath;
    }

    /** The path under which the HTTP server receives events. It accepts POST only. */
    public void setWebhookPath(String webhookPath) {
        this.webhookPath = webhookPath;
    }

    public String getWebhookSecret() {
        return webhookSecret;
    }

    /**
     * The signatureSecret of the webhook whose events are received, from the service. Two secrets, separated by a comma,
     * are both valid, so that one webhook can take the place of another. An event that no secret has signed is refused.
     */
    public void setWebhookSecret(String webhookSecret) {
        this.webhookSecret = webhookSecret;
    }

    public String getWebhookRegistration() {
        return webhookRegistration;
    }

    /**
     * Whether the route registers its webhookUrl with the account: none, the application does; reuse, a webhook with this
     * URL and these events is found or created, and stays; owned, it is deleted when the route stops, which is for one
     * process only.
     */
    public void setWebhookRegistration(String webhookRegistration) {
        this.webhookRegistration = webhookRegistration;
    }

    public String getCollapse() {
        return collapse;
    }

    /**
     * Which of the events about the qualities of one video reach the route: none, each of them; encoded, the one with
     * which all qualities are encoded, by the status of the video, which is read for each event.
     */
    public void setCollapse(String collapse) {
        this.collapse = collapse;
    }

    public String getQualities() {
        return qualities;
    }

    /**
     * The qualities whose events reach the route, such as 720p, separated by commas; by default all. Events that are not
     * about a quality reach the route, too.
     */
    public void setQualities(String qualities) {
        this.qualities = qualities;
    }

    public String getAcknowledge() {
        return acknowledge;
    }

    /**
     * When an event is acknowledged: processed, after its route has succeeded, so that the service delivers it again
     * after a failure; received, before its route, which then runs on a thread of its own, and an event whose route
     * fails does not come again.
     */
    public void setAcknowledge(String acknowledge) {
        this.acknowledge = acknowledge;
    }

    public String getEmit() {
        return emit;
    }

    /**
     * When a route gets a video: created, when the video exists, even without content; published, when it is public for
     * the first time; playable, when one quality can be played; discarded, when it was deleted and can be restored;
     * abandoned, when an upload has left its container incomplete for maxAge.
     */
    public void setEmit(String emit) {
        this.emit = emit;
    }

    public String getSince() {
        return since;
    }

    /**
     * Where the first poll begins: now, without the videos that exist at the first poll that succeeds; beginning, with
     * all videos; a time of the service with its offset, such as 2026-01-31T08:00:00Z; or a time before now by the clock
     * of this machine, such as 24h or PT24H. Not read with emit=abandoned, which emits all.
     */
    public void setSince(String since) {
        this.since = since;
    }

    public int getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    /** The largest number of videos that a poll gives to the route; the others follow with the next polls. 0 for no limit. */
    public void setMaxMessagesPerPoll(int maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public IdempotentRepository getIdempotentRepository() {
        return idempotentRepository;
    }

    /**
     * The memory of the events or videos that were processed, so that a route gets each once. By default the last 10000,
     * in the memory of this process. It must not be shared with another endpoint, unless both are to share them, as on
     * several nodes. Then all must see at once what one has added, and their clocks may differ by one second. A
     * FileIdempotentRepository cannot be shared.
     */
    public void setIdempotentRepository(IdempotentRepository idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public String getWebhookMaxPayloadSize() {
        return webhookMaxPayloadSize;
    }

    /** The size of the largest event: bytes, or a number with KiB or MiB, at most 16MiB. A larger one is refused. */
    public void setWebhookMaxPayloadSize(String webhookMaxPayloadSize) {
        this.webhookMaxPayloadSize = webhookMaxPayloadSize;
    }

    public String getHttpServerComponent() {
        return httpServerComponent;
    }

    /**
     * The component whose HTTP server receives events: one that Camel's REST can use. By default the one of the REST
     * configuration, else platform-http, else the only one.
     */
    public void setHttpServerComponent(String httpServerComponent) {
        this.httpServerComponent = httpServerComponent;
    }

    public Map<String, Object> getHttp() {
        return http;
    }

    /**
     * Any endpoint option of camel-http for the HTTP client, as http.option=value: http.proxyHost,
     * http.connectTimeout, http.sslContextParameters and so on. The client's own retries and redirects are always off.
     */
    public void setHttp(Map<String, Object> http) {
        this.http = http;
    }
}
