// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.UploadListener;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.Configurer;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options of the component and of an endpoint, as written; checked when an endpoint is made. Not thread-safe; not
 * changed once an endpoint uses it.
 */
@UriParams
@Configurer
public class ApiVideoConfiguration implements Cloneable {

    @UriParam(
            label = "security",
            secret = true,
            description = "The API key of the account. Best set on the component, so that it is in no URI.")
    private String apiKey;

    @UriParam(
            label = "common",
            enums = "production,sandbox",
            defaultValue = "production",
            description = "Which service the account belongs to.")
    private String environment = "production";

    @UriParam(
            label = "advanced",
            description = "Where the service is, instead of where the environment has it; for a simulator or a "
                    + "proxy. Plain http is allowed towards loopback addresses only, unless allowInsecureHttp "
                    + "is set.")
    private String baseUri;

    @UriParam(
            label = "security,advanced",
            defaultValue = "false",
            description = "Whether a baseUri with plain http may lead to another machine. Credentials and videos "
                    + "then travel readable for everybody on the way.")
    private boolean allowInsecureHttp = false;

    @UriParam(
            label = "security",
            enums = "bearer,basic",
            defaultValue = "bearer",
            description = "How the account proves who it is: with an access token that is fetched with the API key "
                    + "and renewed in time, or with the API key in every request.")
    private String authentication = "bearer";

    @UriParam(
            label = "security",
            secret = true,
            description = "The token of a delegated upload, which needs no API key. The service creates the "
                    + "container, so the options that describe one cannot be used with it.")
    private String uploadToken;

    @UriParam(
            label = "video",
            description = "The title of the video. Simple language is evaluated for each exchange. Default is the "
                    + "file name, else Untitled video with the time.")
    private String title;

    @UriParam(
            label = "video",
            description = "The description of the video. Simple language is evaluated for each exchange.")
    private String description;

    @UriParam(
            label = "video",
            description =
                    "The tags of the video, separated by commas. Simple language is evaluated for each " + "exchange.")
    private String tags;

    @UriParam(
            label = "video",
            prefix = "metadata.",
            multiValue = true,
            description = "The metadata of the video, as metadata.key=value. Simple language is evaluated for each "
                    + "exchange.")
    private Map<String, Object> metadata = new HashMap<>();

    @UriParam(
            name = "public",
            label = "video",
            defaultValue = "true",
            description =
                    "Whether everybody may watch the video. A private one needs a token for each play " + "session.")
    private Boolean publicVideo;

    @UriParam(label = "video", defaultValue = "false", description = "Whether it is a 360 degree video.")
    private Boolean panoramic;

    @UriParam(label = "video", defaultValue = "true", description = "Whether the service also offers the video as MP4.")
    private Boolean mp4Support;

    @UriParam(
            label = "video",
            description = "The player that shows the video. Simple language is evaluated for each exchange.")
    private String playerId;

    @UriParam(
            label = "video",
            description = "The language that is spoken, as an IETF tag from the list of the service; it is detected "
                    + "if none is given. Simple language is evaluated for each exchange.")
    private String language;

    @UriParam(label = "video", defaultValue = "false", description = "Whether the service writes a transcript.")
    private Boolean transcript;

    @UriParam(label = "video", defaultValue = "false", description = "Whether the service writes a summary.")
    private Boolean transcriptSummary;

    @UriParam(
            label = "video",
            description = "What the summary has: abstract, takeaways, or both separated by a comma. Simple language "
                    + "is evaluated for each exchange.")
    private String transcriptSummaryAttributes;

    @UriParam(
            label = "video",
            prefix = "clip.",
            multiValue = true,
            description = "The stretch of the video to keep: clip.startTimecode and clip.endTimecode, as HH:MM:SS. "
                    + "Simple language is evaluated for each exchange.")
    private Map<String, Object> clip = new HashMap<>();

    @UriParam(
            label = "video",
            prefix = "watermark.",
            multiValue = true,
            description = "The watermark over the video: watermark.id, and where it is: watermark.top, left, "
                    + "bottom, right, width, height (px or %) and opacity (%). Simple language is evaluated for "
                    + "each exchange.")
    private Map<String, Object> watermark = new HashMap<>();

    @UriParam(
            label = "video",
            description = "What the service is told the file is called. Simple language is evaluated for each "
                    + "exchange. Default is the name of the file, remote file or object that the exchange "
                    + "carries.")
    private String fileName;

    @UriParam(
            label = "common",
            description = "An existing, empty container to fill, instead of a new one; the options that describe a "
                    + "new one are then not used. Simple language is evaluated for each exchange.")
    private String videoId;

    @UriParam(
            label = "part",
            description =
                    "For uploadPart: the place of the part, from 1. Simple language is evaluated for each exchange.")
    private String partNumber;

    @UriParam(
            label = "part",
            description =
                    "For uploadPart: how many parts the video has, if that is known. Simple language is evaluated "
                            + "for each exchange.")
    private String totalParts;

    @UriParam(
            label = "common",
            defaultValue = "auto",
            description = "The size of every part but the last: bytes, or a number with KiB, MiB or GiB; 5MiB to "
                    + "200MiB. By default it is chosen by length and parallelism. A stream is held in memory "
                    + "for no more than one part beyond the parallelism.")
    private String partSize = "auto";

    @UriParam(
            label = "common",
            defaultValue = "4",
            description = "How many parts of one video may be under way at once; 1 sends one after another.")
    private int parallelism = 4;

    @UriParam(
            label = "advanced",
            description =
                    "A bean that is told how each upload gets on. The only one in the registry is found by itself.")
    @Metadata(autowired = true)
    private UploadListener uploadListener;

    @UriParam(
            label = "common",
            enums = "auto,delete,keep",
            defaultValue = "auto",
            description = "What becomes of the container that a failed upload created. By default it is kept if there "
                    + "is an uploadKey, with which another upload can go on in it, and deleted if there is none.")
    private String onFailure = "auto";

    @UriParam(
            label = "common",
            description = "Says that two uploads are of the same bytes, like "
                    + "${file:name}-${file:size}, and has to change with them. An upload with the key of an earlier one goes on in "
                    + "the container that it left, sends only the parts that are missing there, and answers at once if "
                    + "none is. Simple language is evaluated for each exchange.")
    private String uploadKey;

    @UriParam(
            label = "advanced",
            enums = "auto,strict",
            defaultValue = "auto",
            description = "What happens if a container with the uploadKey does not fit, because it is for other bytes, "
                    + "another length, part size or kind of upload, or could not be encoded: a new one is made, and the "
                    + "log says why; or the exchange fails.")
    private String resume = "auto";

    @UriParam(
            label = "advanced",
            enums = "full,size,off",
            defaultValue = "full",
            description = "What of a file has to stay as it is while it is uploaded: its size and when it was last "
                    + "modified; or only its size, where something touches files that it does not change; or nothing. "
                    + "An upload whose file has changed fails.")
    private String fileCheck = "full";

    @UriParam(
            label = "advanced",
            enums = "warn,strict,off",
            defaultValue = "warn",
            description =
                    "What happens to a body that begins like no video: like text, a page, a picture, a document or "
                            + "an archive. It is sent, and the log says what it is; or it is refused before anything is sent. "
                            + "Text that was decoded (a String), multipart and gzip bodies are refused either way. With off "
                            + "nothing is looked at.")
    private String contentCheck = "warn";

    @UriParam(
            label = "advanced",
            enums = "strict,warn,off",
            defaultValue = "strict",
            description =
                    "What happens if a body has fewer or more bytes than were promised for it, by a remote file, a "
                            + "stored object or an HTTP request of which it is the content: the upload fails before its last "
                            + "part is sent; or the log says so, and the video is uploaded; or nothing. Lengths that may be of "
                            + "another body are no promises: with off, all of them only help to choose the size of the parts.")
    private String lengthCheck = "strict";

    @UriParam(
            label = "security",
            defaultValue = "true",
            description = "Whether headers may override options. Switch it off where messages come from somebody who "
                    + "may not choose the container, the key or what the video is called; then no CamelApiVideo header "
                    + "of a message is read.")
    private boolean allowHeaderOverrides = true;

    @UriParam(
            label = "advanced",
            defaultValue = "25",
            description = "How often a request is tried again after a network failure, a 5xx or a 429. The default "
                    + "outlasts five minutes.")
    private int maxRetries = 25;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "500",
            description = "How long to wait before the first retry. It doubles with each one, and half of it is "
                    + "left to chance.")
    private long retryDelay = 500;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "30000",
            description = "How long to wait between two tries at most, unless the service asks for more.")
    private long maxRetryDelay = 30_000;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "0",
            description = "For how long a request is tried again in all, counted from its first failure; 0 for as long "
                    + "as maxRetries allows.")
    private long retryTimeout = 0;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "15000",
            description = "For how long the service may not know yet what it has accepted: for so long a part that it "
                    + "calls already sent is looked for in its record, and a container that was created just now and is "
                    + "not found is asked for again. 0 to take the first answer.")
    private long recordTimeout = 15_000;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "30000",
            description =
                    "For how long to wait for a connection to an address of the service, and then for each sign of "
                            + "life of its TLS handshake, until the request is given up and tried again; 0 for ever. All of it "
                            + "may take twice as long.")
    private long connectTimeout = 30_000;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "120000",
            description =
                    "For how long the connection may take no more bytes of a request's body, until the request is "
                            + "given up and tried again; 0 for ever.")
    private long stallTimeout = 120_000;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            description =
                    "For how long the answer to a request may take, from the end of the request's body, until the "
                            + "request is given up and tried again; 0 for ever. By default two minutes, and for a part as much "
                            + "longer as its bytes take at 256 KiB a second, for proxies that take it at once and send it on "
                            + "slowly.")
    private Long answerTimeout;

    @UriParam(
            label = "advanced",
            javaType = "java.time.Duration",
            defaultValue = "600000",
            description = "For how long the body may deliver nothing until the upload fails; 0 for ever.")
    private long sourceTimeout = 600_000;

    @UriParam(
            label = "advanced",
            prefix = "http.",
            multiValue = true,
            description = "Any endpoint option of camel-http for the HTTP client, as http.option=value: "
                    + "http.proxyHost, http.connectTimeout, http.sslContextParameters and so on. Its own "
                    + "retries and redirects are always off.")
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
            copy.http = new HashMap<>(http);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
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

    /** The API key of the account. Best set on the component, so that it is in no URI. */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getEnvironment() {
        return environment;
    }

    /** Which service the account belongs to. */
    public void setEnvironment(String environment) {
        this.environment = environment;
    }

    public String getBaseUri() {
        return baseUri;
    }

    /** Where the service is, instead of where the environment has it; for a simulator or a proxy. Plain http is allowed towards loopback addresses only, unless allowInsecureHttp is set. */
    public void setBaseUri(String baseUri) {
        this.baseUri = baseUri;
    }

    public boolean isAllowInsecureHttp() {
        return allowInsecureHttp;
    }

    /** Whether a baseUri with plain http may lead to another machine. Credentials and videos then travel readable for everybody on the way. */
    public void setAllowInsecureHttp(boolean allowInsecureHttp) {
        this.allowInsecureHttp = allowInsecureHttp;
    }

    public String getAuthentication() {
        return authentication;
    }

    /** How the account proves who it is: with an access token that is fetched with the API key and renewed in time, or with the API key in every request. */
    public void setAuthentication(String authentication) {
        this.authentication = authentication;
    }

    public String getUploadToken() {
        return uploadToken;
    }

    /** The token of a delegated upload, which needs no API key. The service creates the container, so the options that describe one cannot be used with it. */
    public void setUploadToken(String uploadToken) {
        this.uploadToken = uploadToken;
    }

    public String getTitle() {
        return title;
    }

    /** The title of the video. Simple language is evaluated for each exchange. Default is the file name, else Untitled video with the time. */
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

    /** Whether everybody may watch the video. A private one needs a token for each play session. */
    public void setPublic(Boolean value) {
        publicVideo = value;
    }

    public Boolean getPanoramic() {
        return panoramic;
    }

    /** Whether it is a 360 degree video. */
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

    /** The player that shows the video. Simple language is evaluated for each exchange. */
    public void setPlayerId(String playerId) {
        this.playerId = playerId;
    }

    public String getLanguage() {
        return language;
    }

    /** The language that is spoken, as an IETF tag from the list of the service; it is detected if none is given. Simple language is evaluated for each exchange. */
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

    /** What the summary has: abstract, takeaways, or both separated by a comma. Simple language is evaluated for each exchange. */
    public void setTranscriptSummaryAttributes(String transcriptSummaryAttributes) {
        this.transcriptSummaryAttributes = transcriptSummaryAttributes;
    }

    public Map<String, Object> getClip() {
        return clip;
    }

    /** The stretch of the video to keep: clip.startTimecode and clip.endTimecode, as HH:MM:SS. Simple language is evaluated for each exchange. */
    public void setClip(Map<String, Object> clip) {
        this.clip = clip;
    }

    public Map<String, Object> getWatermark() {
        return watermark;
    }

    /** The watermark over the video: watermark.id, and where it is: watermark.top, left, bottom, right, width, height (px or %) and opacity (%). Simple language is evaluated for each exchange. */
    public void setWatermark(Map<String, Object> watermark) {
        this.watermark = watermark;
    }

    public String getFileName() {
        return fileName;
    }

    /** What the service is told the file is called. Simple language is evaluated for each exchange. Default is the name of the file, remote file or object that the exchange carries. */
    public void setFileName(String fileName) {
        this.fileName = fileName;
    }

    public String getVideoId() {
        return videoId;
    }

    /** An existing, empty container to fill, instead of a new one; the options that describe a new one are then not used. Simple language is evaluated for each exchange. */
    public void setVideoId(String videoId) {
        this.videoId = videoId;
    }

    public String getPartNumber() {
        return partNumber;
    }

    /** For uploadPart: the place of the part, from 1. */
    public void setPartNumber(String partNumber) {
        this.partNumber = partNumber;
    }

    public String getTotalParts() {
        return totalParts;
    }

    /** For uploadPart: how many parts the video has, if that is known. */
    public void setTotalParts(String totalParts) {
        this.totalParts = totalParts;
    }

    public String getPartSize() {
        return partSize;
    }

    /** The size of every part but the last: bytes, or a number with KiB, MiB or GiB; 5MiB to 200MiB. By default it is chosen by length and parallelism. A stream is held in memory for no more than one part beyond the parallelism. */
    public void setPartSize(String partSize) {
        this.partSize = partSize;
    }

    public int getParallelism() {
        return parallelism;
    }

    /** How many parts of one video may be under way at once; 1 sends one after another. */
    public void setParallelism(int parallelism) {
        this.parallelism = parallelism;
    }

    public UploadListener getUploadListener() {
        return uploadListener;
    }

    /** A bean that is told how each upload gets on. The only one in the registry is found by itself. */
    public void setUploadListener(UploadListener uploadListener) {
        this.uploadListener = uploadListener;
    }

    public String getOnFailure() {
        return onFailure;
    }

    /** What becomes of the container that a failed upload created. */
    public void setOnFailure(String onFailure) {
        this.onFailure = onFailure;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /** How often a request is tried again after a network failure, a 5xx or a 429. The default outlasts five minutes. */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public long getRetryDelay() {
        return retryDelay;
    }

    /** How long to wait before the first retry. It doubles with each one, and half of it is left to chance. */
    public void setRetryDelay(long retryDelay) {
        this.retryDelay = retryDelay;
    }

    public long getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /** How long to wait between two tries at most, unless the service asks for more. */
    public void setMaxRetryDelay(long maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public String getUploadKey() {
        return uploadKey;
    }

    /** Says that two uploads are of the same bytes: the later one goes on in the container that the earlier one left. */
    public void setUploadKey(String uploadKey) {
        this.uploadKey = uploadKey;
    }

    public String getResume() {
        return resume;
    }

    /** What happens if a container with the uploadKey does not fit: auto makes a new one, strict fails. */
    public void setResume(String resume) {
        this.resume = resume;
    }

    public String getFileCheck() {
        return fileCheck;
    }

    /** What of a file has to stay as it is while it is uploaded: full (size and time), size, or off. */
    public void setFileCheck(String fileCheck) {
        this.fileCheck = fileCheck;
    }

    public String getContentCheck() {
        return contentCheck;
    }

    /** What happens to a body that begins like no video: warn sends it, strict refuses it, off does not look. */
    public void setContentCheck(String contentCheck) {
        this.contentCheck = contentCheck;
    }

    public String getLengthCheck() {
        return lengthCheck;
    }

    /** What happens if a body has another length than was promised for it: strict fails, warn logs, off does nothing. */
    public void setLengthCheck(String lengthCheck) {
        this.lengthCheck = lengthCheck;
    }

    public boolean isAllowHeaderOverrides() {
        return allowHeaderOverrides;
    }

    /** Whether headers may override options. */
    public void setAllowHeaderOverrides(boolean allowHeaderOverrides) {
        this.allowHeaderOverrides = allowHeaderOverrides;
    }

    public long getRetryTimeout() {
        return retryTimeout;
    }

    /** For how long a request is tried again in all, in milliseconds; 0 for as long as maxRetries allows. */
    public void setRetryTimeout(long retryTimeout) {
        this.retryTimeout = retryTimeout;
    }

    public long getRecordTimeout() {
        return recordTimeout;
    }

    /**
     * For how long the service may not know yet what it has accepted, in milliseconds: for so long a part that it calls
     * already sent is looked for in its record, and a container that was created just now and is not found is asked for
     * again. 0 to take the first answer.
     */
    public void setRecordTimeout(long recordTimeout) {
        this.recordTimeout = recordTimeout;
    }

    public long getConnectTimeout() {
        return connectTimeout;
    }

    /** For how long to wait for a connection to an address of the service, and then for each sign of life of its TLS handshake, in milliseconds; 0 for ever. */
    public void setConnectTimeout(long connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public Long getAnswerTimeout() {
        return answerTimeout;
    }

    /** For how long the answer to a request may take, from the end of the request's body, in milliseconds; 0 for ever, null for two minutes and as much longer as the body takes at 256 KiB a second. */
    public void setAnswerTimeout(Long answerTimeout) {
        this.answerTimeout = answerTimeout;
    }

    public long getStallTimeout() {
        return stallTimeout;
    }

    /** For how long the connection may take no more bytes of a request's body, in milliseconds; 0 for ever. */
    public void setStallTimeout(long stallTimeout) {
        this.stallTimeout = stallTimeout;
    }

    public long getSourceTimeout() {
        return sourceTimeout;
    }

    /** For how long the body may deliver nothing until the upload fails, in milliseconds; 0 for ever. */
    public void setSourceTimeout(long sourceTimeout) {
        this.sourceTimeout = sourceTimeout;
    }

    public Map<String, Object> getHttp() {
        return http;
    }

    /** Any endpoint option of camel-http for the HTTP client, as http.option=value: http.proxyHost, http.connectTimeout, http.sslContextParameters and so on. Its own retries and redirects are always off. */
    public void setHttp(Map<String, Object> http) {
        this.http = http;
    }
}
