// SPDX-License-Identifier: Apache-2.0
/* Generated from the component's options; see PropertiesClass. */
package io.github.camelapivideo.springboot;

import java.time.Duration;
import java.util.Map;
import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The options of the component apivideo as properties. Unset ones are null, so that the component's own
 * defaults hold; what each means is in the metadata of this module, for editors. Not thread-safe.
 */
@ConfigurationProperties(prefix = "camel.component.apivideo", ignoreUnknownFields = false)
public class ApiVideoComponentConfiguration extends ComponentConfigurationPropertiesCommon {


    private String bandwidthLimit;

    private String configuration;

    private String environment;

    private String liveStreamId;

    private String acknowledge;

    private Boolean bridgeErrorHandler;

    private String collapse;

    private String emit;

    private Integer maxMessagesPerPoll;

    private String qualities;

    private String since;

    private String webhookPath;

    private String webhookRegistration;

    private String httpServerComponent;

    private String idempotentRepository;

    private String webhookMaxPayloadSize;

    private Boolean lazyStartProducer;

    private String onFailure;

    private String parallelism;

    private String partSize;

    private Duration progressInterval;

    private String source;

    private String uploadKey;

    private String videoId;

    private String contentCheck;

    private String fileCheck;

    private String lengthCheck;

    private String minimumRate;

    private String resume;

    private Duration sourceTimeout;

    private String uploadListener;

    private Duration uploadTimeout;

    private String events;

    private String name;

    private String origin;

    private String sourceStatus;

    private String summaryAttributes;

    private String summaryId;

    private String ttl;

    private String value;

    private String webhookId;

    private String webhookUrl;

    private Duration answerTimeout;

    private Boolean autowiredEnabled;

    private String baseUri;

    private String bufferMemory;

    private Duration connectTimeout;

    private Map<String, String> http;

    private Integer maxConcurrentUploads;

    private Integer maxRetries;

    private Duration maxRetryDelay;

    private Duration recordTimeout;

    private Duration retryDelay;

    private Duration retryTimeout;

    private String spillDirectory;

    private Duration stallTimeout;

    private String aggregation;

    private String breakdown;

    private Map<String, String> filterBy;

    private String from;

    private String interval;

    private String metric;

    private String to;

    private String unique;

    private String viewDuration;

    private Boolean defaultCaption;

    private String logoLink;

    private String timecode;

    private String watermarkId;

    private Boolean healthCheckConsumerEnabled;

    private Boolean healthCheckProducerEnabled;

    private String currentPage;

    private String outputType;

    private String pageSize;

    private String sortBy;

    private String sortOrder;

    private String partNumber;

    private String totalParts;

    private String method;

    private String path;

    private Boolean allowHeaderOverrides;

    private String apiKey;

    private String authentication;

    private String uploadToken;

    private String webhookSecret;

    private Boolean allowInsecureHttp;

    private Map<String, String> clip;

    private String description;

    private Boolean dryRun;

    private String fileName;

    private String language;

    private Duration maxAge;

    private Map<String, String> metadata;

    private Boolean mp4Support;

    private Boolean panoramic;

    private String playerId;

    private Boolean publicValue;

    private Boolean removePlayer;

    private String tags;

    private String title;

    private Boolean transcript;

    private Boolean transcriptSummary;

    private String transcriptSummaryAttributes;

    private String updateMode;

    private Map<String, String> watermark;

    private String waitFor;

    private Duration waitTimeout;

    private Duration maxWaitInterval;

    private Duration waitInterval;

    public String getBandwidthLimit() {
        return bandwidthLimit;
    }

    public void setBandwidthLimit(String bandwidthLimit) {
        this.bandwidthLimit = bandwidthLimit;
    }

    public String getConfiguration() {
        return configuration;
    }

    public void setConfiguration(String configuration) {
        this.configuration = configuration;
    }

    public String getEnvironment() {
        return environment;
    }

    public void setEnvironment(String environment) {
        this.environment = environment;
    }

    public String getLiveStreamId() {
        return liveStreamId;
    }

    public void setLiveStreamId(String liveStreamId) {
        this.liveStreamId = liveStreamId;
    }

    public String getAcknowledge() {
        return acknowledge;
    }

    public void setAcknowledge(String acknowledge) {
        this.acknowledge = acknowledge;
    }

    public Boolean getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    public void setBridgeErrorHandler(Boolean bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
    }

    public String getCollapse() {
        return collapse;
    }

    public void setCollapse(String collapse) {
        this.collapse = collapse;
    }

    public String getEmit() {
        return emit;
    }

    public void setEmit(String emit) {
        this.emit = emit;
    }

    public Integer getMaxMessagesPerPoll() {
        return maxMessagesPerPoll;
    }

    public void setMaxMessagesPerPoll(Integer maxMessagesPerPoll) {
        this.maxMessagesPerPoll = maxMessagesPerPoll;
    }

    public String getQualities() {
        return qualities;
    }

    public void setQualities(String qualities) {
        this.qualities = qualities;
    }

    public String getSince() {
        return since;
    }

    public void setSince(String since) {
        this.since = since;
    }

    public String getWebhookPath() {
        return webhookPath;
    }

    public void setWebhookPath(String webhookPath) {
        this.webhookPath = webhookPath;
    }

    public String getWebhookRegistration() {
        return webhookRegistration;
    }

    public void setWebhookRegistration(String webhookRegistration) {
        this.webhookRegistration = webhookRegistration;
    }

    public String getHttpServerComponent() {
        return httpServerComponent;
    }

    public void setHttpServerComponent(String httpServerComponent) {
        this.httpServerComponent = httpServerComponent;
    }

    public String getIdempotentRepository() {
        return idempotentRepository;
    }

    public void setIdempotentRepository(String idempotentRepository) {
        this.idempotentRepository = idempotentRepository;
    }

    public String getWebhookMaxPayloadSize() {
        return webhookMaxPayloadSize;
    }

    public void setWebhookMaxPayloadSize(String webhookMaxPayloadSize) {
        this.webhookMaxPayloadSize = webhookMaxPayloadSize;
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public String getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(String onFailure) {
        this.onFailure = onFailure;
    }

    public String getParallelism() {
        return parallelism;
    }

    public void setParallelism(String parallelism) {
        this.parallelism = parallelism;
    }

    public String getPartSize() {
        return partSize;
    }

    public void setPartSize(String partSize) {
        this.partSize = partSize;
    }

    public Duration getProgressInterval() {
        return progressInterval;
    }

    public void setProgressInterval(Duration progressInterval) {
        this.progressInterval = progressInterval;
    }

    public String getSource() {
        return source;
    }

    public void setSource(String source) {
        this.source = source;
    }

    public String getUploadKey() {
        return uploadKey;
    }

    public void setUploadKey(String uploadKey) {
        this.uploadKey = uploadKey;
    }

    public String getVideoId() {
        return videoId;
    }

    public void setVideoId(String videoId) {
        this.videoId = videoId;
    }

    public String getContentCheck() {
        return contentCheck;
    }

    public void setContentCheck(String contentCheck) {
        this.contentCheck = contentCheck;
    }

    public String getFileCheck() {
        return fileCheck;
    }

    public void setFileCheck(String fileCheck) {
        this.fileCheck = fileCheck;
    }

    public String getLengthCheck() {
        return lengthCheck;
    }

    public void setLengthCheck(String lengthCheck) {
        this.lengthCheck = lengthCheck;
    }

    public String getMinimumRate() {
        return minimumRate;
    }

    public void setMinimumRate(String minimumRate) {
        this.minimumRate = minimumRate;
    }

    public String getResume() {
        return resume;
    }

    public void setResume(String resume) {
        this.resume = resume;
    }

    public Duration getSourceTimeout() {
        return sourceTimeout;
    }

    public void setSourceTimeout(Duration sourceTimeout) {
        this.sourceTimeout = sourceTimeout;
    }

    public String getUploadListener() {
        return uploadListener;
    }

    public void setUploadListener(String uploadListener) {
        this.uploadListener = uploadListener;
    }

    public Duration getUploadTimeout() {
        return uploadTimeout;
    }

    public void setUploadTimeout(Duration uploadTimeout) {
        this.uploadTimeout = uploadTimeout;
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getOrigin() {
        return origin;
    }

    public void setOrigin(String origin) {
        this.origin = origin;
    }

    public String getSourceStatus() {
        return sourceStatus;
    }

    public void setSourceStatus(String sourceStatus) {
        this.sourceStatus = sourceStatus;
    }

    public String getSummaryAttributes() {
        return summaryAttributes;
    }

    public void setSummaryAttributes(String summaryAttributes) {
        this.summaryAttributes = summaryAttributes;
    }

    public String getSummaryId() {
        return summaryId;
    }

    public void setSummaryId(String summaryId) {
        this.summaryId = summaryId;
    }

    public String getTtl() {
        return ttl;
    }

    public void setTtl(String ttl) {
        this.ttl = ttl;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getWebhookId() {
        return webhookId;
    }

    public void setWebhookId(String webhookId) {
        this.webhookId = webhookId;
    }

    public String getWebhookUrl() {
        return webhookUrl;
    }

    public void setWebhookUrl(String webhookUrl) {
        this.webhookUrl = webhookUrl;
    }

    public Duration getAnswerTimeout() {
        return answerTimeout;
    }

    public void setAnswerTimeout(Duration answerTimeout) {
        this.answerTimeout = answerTimeout;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public String getBaseUri() {
        return baseUri;
    }

    public void setBaseUri(String baseUri) {
        this.baseUri = baseUri;
    }

    public String getBufferMemory() {
        return bufferMemory;
    }

    public void setBufferMemory(String bufferMemory) {
        this.bufferMemory = bufferMemory;
    }

    public Duration getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(Duration connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Map<String, String> getHttp() {
        return http;
    }

    public void setHttp(Map<String, String> http) {
        this.http = http;
    }

    public Integer getMaxConcurrentUploads() {
        return maxConcurrentUploads;
    }

    public void setMaxConcurrentUploads(Integer maxConcurrentUploads) {
        this.maxConcurrentUploads = maxConcurrentUploads;
    }

    public Integer getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(Integer maxRetries) {
        this.maxRetries = maxRetries;
    }

    public Duration getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(Duration maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public Duration getRecordTimeout() {
        return recordTimeout;
    }

    public void setRecordTimeout(Duration recordTimeout) {
        this.recordTimeout = recordTimeout;
    }

    public Duration getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(Duration retryDelay) {
        this.retryDelay = retryDelay;
    }

    public Duration getRetryTimeout() {
        return retryTimeout;
    }

    public void setRetryTimeout(Duration retryTimeout) {
        this.retryTimeout = retryTimeout;
    }

    public String getSpillDirectory() {
        return spillDirectory;
    }

    public void setSpillDirectory(String spillDirectory) {
        this.spillDirectory = spillDirectory;
    }

    public Duration getStallTimeout() {
        return stallTimeout;
    }

    public void setStallTimeout(Duration stallTimeout) {
        this.stallTimeout = stallTimeout;
    }

    public String getAggregation() {
        return aggregation;
    }

    public void setAggregation(String aggregation) {
        this.aggregation = aggregation;
    }

    public String getBreakdown() {
        return breakdown;
    }

    public void setBreakdown(String breakdown) {
        this.breakdown = breakdown;
    }

    public Map<String, String> getFilterBy() {
        return filterBy;
    }

    public void setFilterBy(Map<String, String> filterBy) {
        this.filterBy = filterBy;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getInterval() {
        return interval;
    }

    public void setInterval(String interval) {
        this.interval = interval;
    }

    public String getMetric() {
        return metric;
    }

    public void setMetric(String metric) {
        this.metric = metric;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getUnique() {
        return unique;
    }

    public void setUnique(String unique) {
        this.unique = unique;
    }

    public String getViewDuration() {
        return viewDuration;
    }

    public void setViewDuration(String viewDuration) {
        this.viewDuration = viewDuration;
    }

    public Boolean getDefaultCaption() {
        return defaultCaption;
    }

    public void setDefaultCaption(Boolean defaultCaption) {
        this.defaultCaption = defaultCaption;
    }

    public String getLogoLink() {
        return logoLink;
    }

    public void setLogoLink(String logoLink) {
        this.logoLink = logoLink;
    }

    public String getTimecode() {
        return timecode;
    }

    public void setTimecode(String timecode) {
        this.timecode = timecode;
    }

    public String getWatermarkId() {
        return watermarkId;
    }

    public void setWatermarkId(String watermarkId) {
        this.watermarkId = watermarkId;
    }

    public Boolean getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(Boolean healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
    }

    public Boolean getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(Boolean healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
    }

    public String getCurrentPage() {
        return currentPage;
    }

    public void setCurrentPage(String currentPage) {
        this.currentPage = currentPage;
    }

    public String getOutputType() {
        return outputType;
    }

    public void setOutputType(String outputType) {
        this.outputType = outputType;
    }

    public String getPageSize() {
        return pageSize;
    }

    public void setPageSize(String pageSize) {
        this.pageSize = pageSize;
    }

    public String getSortBy() {
        return sortBy;
    }

    public void setSortBy(String sortBy) {
        this.sortBy = sortBy;
    }

    public String getSortOrder() {
        return sortOrder;
    }

    public void setSortOrder(String sortOrder) {
        this.sortOrder = sortOrder;
    }

    public String getPartNumber() {
        return partNumber;
    }

    public void setPartNumber(String partNumber) {
        this.partNumber = partNumber;
    }

    public String getTotalParts() {
        return totalParts;
    }

    public void setTotalParts(String totalParts) {
        this.totalParts = totalParts;
    }

    public String getMethod() {
        return method;
    }

    public void setMethod(String method) {
        this.method = method;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public Boolean getAllowHeaderOverrides() {
        return allowHeaderOverrides;
    }

    public void setAllowHeaderOverrides(Boolean allowHeaderOverrides) {
        this.allowHeaderOverrides = allowHeaderOverrides;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getAuthentication() {
        return authentication;
    }

    public void setAuthentication(String authentication) {
        this.authentication = authentication;
    }

    public String getUploadToken() {
        return uploadToken;
    }

    public void setUploadToken(String uploadToken) {
        this.uploadToken = uploadToken;
    }

    public String getWebhookSecret() {
        return webhookSecret;
    }

    public void setWebhookSecret(String webhookSecret) {
        this.webhookSecret = webhookSecret;
    }

    public Boolean getAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    public void setAllowInsecureHttp(Boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    public Map<String, String> getClip() {
        return clip;
    }

    public void setClip(Map<String, String> clip) {
        this.clip = clip;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Boolean getDryRun() {
        return dryRun;
    }

    public void setDryRun(Boolean dryRun) {
        this.dryRun = dryRun;
    }

    public String getFileName() {
        return fileName;
    }

    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public Duration getMaxAge() {
        return maxAge;
    }

    public void setMaxAge(Duration maxAge) {
        this.maxAge = maxAge;
    }

    public Map<String, String> getMetadata() {
        return metadata;
    }

    public void setMetadata(Map<String, String> metadata) {
        this.metadata = metadata;
    }

    public Boolean getMp4Support() {
        return mp4Support;
    }

    public void setMp4Support(Boolean mp4Support) {
        this.mp4Support = mp4Support;
    }

    public Boolean getPanoramic() {
        return panoramic;
    }

    public void setPanoramic(Boolean panoramic) {
        this.panoramic = panoramic;
    }

    public String getPlayerId() {
        return playerId;
    }

    public void setPlayerId(String playerId) {
        this.playerId = playerId;
    }

    public Boolean getPublic() {
        return publicValue;
    }

    public void setPublic(Boolean publicValue) {
        this.publicValue = publicValue;
    }

    public Boolean getRemovePlayer() {
        return removePlayer;
    }

    public void setRemovePlayer(Boolean removePlayer) {
        this.removePlayer = removePlayer;
    }

    public String getTags() {
        return tags;
    }

    public void setTags(String tags) {
        this.tags = tags;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public Boolean getTranscript() {
        return transcript;
    }

    public void setTranscript(Boolean transcript) {
        this.transcript = transcript;
    }

    public Boolean getTranscriptSummary() {
        return transcriptSummary;
    }

    public void setTranscriptSummary(Boolean transcriptSummary) {
        this.transcriptSummary = transcriptSummary;
    }

    public String getTranscriptSummaryAttributes() {
        return transcriptSummaryAttributes;
    }

    public void setTranscriptSummaryAttributes(String transcriptSummaryAttributes) {
        this.transcriptSummaryAttributes = transcriptSummaryAttributes;
    }

    public String getUpdateMode() {
        return updateMode;
    }

    public void setUpdateMode(String updateMode) {
        this.updateMode = updateMode;
    }

    public Map<String, String> getWatermark() {
        return watermark;
    }

    public void setWatermark(Map<String, String> watermark) {
        this.watermark = watermark;
    }

    public String getWaitFor() {
        return waitFor;
    }

    public void setWaitFor(String waitFor) {
        this.waitFor = waitFor;
    }

    public Duration getWaitTimeout() {
        return waitTimeout;
    }

    public void setWaitTimeout(Duration waitTimeout) {
        this.waitTimeout = waitTimeout;
    }

    public Duration getMaxWaitInterval() {
        return maxWaitInterval;
    }

    public void setMaxWaitInterval(Duration maxWaitInterval) {
        this.maxWaitInterval = maxWaitInterval;
    }

    public Duration getWaitInterval() {
        return waitInterval;
    }

    public void setWaitInterval(Duration waitInterval) {
        this.waitInterval = waitInterval;
    }
}
