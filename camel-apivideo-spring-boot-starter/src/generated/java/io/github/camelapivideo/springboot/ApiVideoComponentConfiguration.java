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


    private String configuration;

    private String environment;

    private String onFailure;

    private Integer parallelism;

    private String partSize;

    private String uploadKey;

    private String videoId;

    private Boolean lazyStartProducer;

    private Duration answerTimeout;

    private Boolean autowiredEnabled;

    private String baseUri;

    private String bufferMemory;

    private Duration connectTimeout;

    private String contentCheck;

    private String fileCheck;

    private Map<String, String> http;

    private String lengthCheck;

    private Integer maxRetries;

    private Duration maxRetryDelay;

    private Duration recordTimeout;

    private String resume;

    private Duration retryDelay;

    private Duration retryTimeout;

    private Duration sourceTimeout;

    private String spillDirectory;

    private Duration stallTimeout;

    private String uploadListener;

    private Boolean healthCheckConsumerEnabled;

    private Boolean healthCheckProducerEnabled;

    private String partNumber;

    private String totalParts;

    private Boolean allowHeaderOverrides;

    private String apiKey;

    private String authentication;

    private String uploadToken;

    private Boolean allowInsecureHttp;

    private Map<String, String> clip;

    private String description;

    private String fileName;

    private String language;

    private Map<String, String> metadata;

    private Boolean mp4Support;

    private Boolean panoramic;

    private String playerId;

    private Boolean publicValue;

    private String tags;

    private String title;

    private Boolean transcript;

    private Boolean transcriptSummary;

    private String transcriptSummaryAttributes;

    private Map<String, String> watermark;

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

    public String getOnFailure() {
        return onFailure;
    }

    public void setOnFailure(String onFailure) {
        this.onFailure = onFailure;
    }

    public Integer getParallelism() {
        return parallelism;
    }

    public void setParallelism(Integer parallelism) {
        this.parallelism = parallelism;
    }

    public String getPartSize() {
        return partSize;
    }

    public void setPartSize(String partSize) {
        this.partSize = partSize;
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

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
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

    public Map<String, String> getHttp() {
        return http;
    }

    public void setHttp(Map<String, String> http) {
        this.http = http;
    }

    public String getLengthCheck() {
        return lengthCheck;
    }

    public void setLengthCheck(String lengthCheck) {
        this.lengthCheck = lengthCheck;
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

    public String getResume() {
        return resume;
    }

    public void setResume(String resume) {
        this.resume = resume;
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

    public Duration getSourceTimeout() {
        return sourceTimeout;
    }

    public void setSourceTimeout(Duration sourceTimeout) {
        this.sourceTimeout = sourceTimeout;
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

    public String getUploadListener() {
        return uploadListener;
    }

    public void setUploadListener(String uploadListener) {
        this.uploadListener = uploadListener;
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

    public Map<String, String> getWatermark() {
        return watermark;
    }

    public void setWatermark(Map<String, String> watermark) {
        this.watermark = watermark;
    }
}
