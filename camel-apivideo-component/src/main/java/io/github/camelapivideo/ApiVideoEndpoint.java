// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.bandwidth.Bandwidth;
import io.github.camelapivideo.internal.claim.EventMemory;
import io.github.camelapivideo.internal.client.Account;
import io.github.camelapivideo.internal.client.ApiVideoClients;
import io.github.camelapivideo.internal.client.ClientSettings;
import io.github.camelapivideo.internal.feed.ApiVideoFeed;
import io.github.camelapivideo.internal.input.UploadSettings;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.operation.OperationContext;
import io.github.camelapivideo.internal.option.EndpointKind;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.polling.PollSettings;
import io.github.camelapivideo.internal.polling.VideoPolls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.camel.AsyncEndpoint;
import org.apache.camel.Category;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.UriEndpoint;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriPath;
import org.apache.camel.support.ScheduledPollEndpoint;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.URISupport;

/**
 * Upload any body as a video to api.video, in parts, receive the events of the service, and poll for videos.
 *
 * <p>May be used by many routes and exchanges at once.
 */
@UriEndpoint(
        firstVersion = "0.1.0",
        scheme = "apivideo",
        title = "api.video",
        syntax = "apivideo:operation",
        category = {Category.CLOUD, Category.FILE},
        headersClass = ApiVideoConstants.class)
public class ApiVideoEndpoint extends ScheduledPollEndpoint implements AsyncEndpoint {

    // An account has few reads a minute, and webhooks tell sooner.
    private static final long POLL_DELAY = 60_000;

    private static final Map<EndpointKind, BiFunction<ApiVideoEndpoint, Processor, Consumer>> CONSUMERS =
            Map.of(ApiVideoFeed.events, ApiVideoEventConsumer::new, ApiVideoFeed.videos, ApiVideoPollingConsumer::new);

    @UriPath(
            enums = "upload,createVideo,planParts,uploadPart,importVideo,cloneVideo,"
                    + "getVideo,getStatus,waitForVideo,updateVideo,deleteVideo,deleteAbandoned,"
                    + "listVideos,listDiscardedVideos,getDiscardedVideo,restoreVideo,"
                    + "uploadThumbnail,pickThumbnail,uploadCaption,getCaption,updateCaption,deleteCaption,"
                    + "uploadChapter,getChapter,deleteChapter,listCaptions,listChapters,"
                    + "uploadWatermark,deleteWatermark,listWatermarks,uploadPlayerLogo,deletePlayerLogo,"
                    + "uploadLiveStreamThumbnail,deleteLiveStreamThumbnail,"
                    + "createUploadToken,getUploadToken,deleteUploadToken,listUploadTokens,"
                    + "createWebhook,getWebhook,deleteWebhook,listWebhooks,listTags,"
                    + "createPlayer,getPlayer,updatePlayer,deletePlayer,listPlayers,"
                    + "createLiveStream,getLiveStream,updateLiveStream,deleteLiveStream,completeLiveStream,"
                    + "listLiveStreams,"
                    + "createSummary,getSummarySource,updateSummarySource,deleteSummary,listSummaries,"
                    + "getMetrics,getMetricsBreakdown,getMetricsOverTime,request,"
                    + "events,videos",
            defaultValue = "upload",
            description =
                    "What to do with the exchange: upload the body as a video; or, for a video whose parts are sent"
                            + " by many, create its container, plan its parts, send one of them; or, for a video that"
                            + " exists, get it, get its status, wait for it, or delete it; or an operation about the"
                            + " small files beside it, or about what the account has beside its videos. In a from(): events,"
                            + " which the service delivers to a webhook; videos, which are found by polling")
    @Metadata(required = false)
    private final String operation;

    @UriParam
    private final ApiVideoConfiguration configuration;

    // Hides that of the superclass in the catalog, which has another default.
    @UriParam(
            label = "consumer,scheduler",
            defaultValue = "60000",
            javaType = "java.time.Duration",
            description = "The time between the polls for videos, in milliseconds. An account has few reads a minute.")
    private long delay;

    @UriParam(label = "producer")
    private String bandwidthLimit;

    // Guarded by this; null without a limit, and before the first use
    private Bandwidth bandwidth;

    private EventMemory memory;
    private VideoPolls polls;

    // The component's options when this endpoint was made.
    private final ApiVideoConfiguration inherited;

    /**
     * @param operation empty for the default
     * @param configuration belongs to this endpoint from now on
     */
    public ApiVideoEndpoint(
            String uri, ApiVideoComponent component, String operation, ApiVideoConfiguration configuration) {
        super(uri, component);
        this.operation = operation == null || operation.isEmpty() ? ApiVideoOperation.upload.name() : operation;
        this.configuration = configuration;
        this.inherited = component.getConfiguration().copy();
        setDelay(POLL_DELAY);
    }

    @Override
    public long getDelay() {
        return delay;
    }

    @Override
    public void setDelay(long delay) {
        this.delay = delay;
        super.setDelay(delay);
    }

    public String getBandwidthLimit() {
        return bandwidthLimit;
    }

    /**
     * The bytes a second that all uploads of this endpoint send together, such as 50MB/s or 100Mbit/s, with B/s, kB/s,
     * MB/s, GB/s, KiB/s, MiB/s, GiB/s, bit/s, kbit/s, Mbit/s or Gbit/s, from 1kB/s; by default no limit. Uploads that
     * run at the same time have the same share. The limit of the component holds, too. Small files, such as thumbnails
     * and captions, are not limited.
     */
    public void setBandwidthLimit(String bandwidthLimit) {
        this.bandwidthLimit = bandwidthLimit;
    }

    private synchronized Bandwidth bandwidth() {
        if (bandwidth == null) {
            bandwidth = ComponentLimits.bandwidth(bandwidthLimit);
        }
        return bandwidth;
    }

    @Override
    public Producer createProducer() {
        ApiVideoFeed.KINDS.refuseUnread(operation(), ownOptions());
        return new ApiVideoProducer(this);
    }

    /** Returns the options with values that do not come from the component: the URI or code has set them. */
    private List<String> ownOptions() {
        Options own = new ConfiguredOptions(configuration);
        Options component = new ConfiguredOptions(inherited);
        Options defaults = new ConfiguredOptions(new ApiVideoConfiguration());
        return ApiVideoFeed.KINDS.ownOptions().stream()
                .filter(ConfiguredOptions::has)
                .filter(name -> !Objects.equals(own.get(name), component.get(name)))
                .filter(name -> !Objects.equals(own.get(name), defaults.get(name)))
                .toList();
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        EndpointKind feed = ApiVideoFeed.KINDS.requireFeed(kind());
        ApiVideoFeed.KINDS.refuseUnread(feed, ownOptions());
        Consumer consumer = CONSUMERS.get(feed).apply(this, processor);
        configureConsumer(consumer);
        return consumer;
    }

    @Override
    public ApiVideoComponent getComponent() {
        return (ApiVideoComponent) super.getComponent();
    }

    /** Returns the options. They must not change once the endpoint is in use. */
    public ApiVideoConfiguration getConfiguration() {
        return configuration;
    }

    /** Returns the name of the operation. */
    public String getOperation() {
        return operation;
    }

    /** Returns the check of the account; empty with an upload token only, which allows no request to check. */
    Optional<ApiVideoHealthCheck> healthCheck() {
        Account account = Account.of(new ConfiguredOptions(configuration));
        String id = "producer:apivideo-" + URISupport.sanitizeUri(getEndpointUri());
        return account.apiKey() == null
                ? Optional.empty()
                : Optional.of(new ApiVideoHealthCheck(
                        id, () -> Map.of("service", account.baseUri().toString()), () -> getComponent()
                                .ask(configuration)));
    }

    /**
     * Returns the check of a consumer.
     *
     * @param details what is known of it, without secrets
     */
    HealthCheck healthCheck(
            String routeId, Supplier<Map<String, Object>> details, Supplier<CompletableFuture<Void>> asking) {
        HealthCheck check = new ApiVideoHealthCheck("consumer:apivideo-" + routeId, details, asking);
        check.setEnabled(getComponent().isHealthCheckConsumerEnabled());
        return check;
    }

    /** Returns the memory of the events. It outlives the consumer, and is stopped with the endpoint. */
    synchronized EventMemory startedMemory() {
        if (memory == null) {
            memory = new EventMemory(getCamelContext(), configuration.getIdempotentRepository());
        }
        memory.start();
        return memory;
    }

    /** Returns the polls. They outlive the consumer, so that a route that starts again continues where it was. */
    synchronized VideoPolls polls() {
        EventMemory started = startedMemory();
        if (polls == null) {
            OperationContext account = context();
            polls = new VideoPolls(
                    PollSettings.of(new ConfiguredOptions(configuration)),
                    Instant::now,
                    () -> account.values(createExchange()),
                    account,
                    started.claims());
        }
        return polls;
    }

    @Override
    protected void doStop() throws Exception {
        ServiceHelper.stopService(memory);
        super.doStop();
    }

    /**
     * Returns false if texts of the URI are taken as they are: a route with the same texts as Simple needs another
     * endpoint.
     */
    @Override
    public boolean isSingleton() {
        return configuration.literals().isEmpty();
    }

    OperationContext context() {
        return new OperationContext(
                URISupport.sanitizeUri(getEndpointUri()),
                UploadSettings.of(new ConfiguredOptions(configuration), configuration.literals()),
                () -> getComponent().engine(),
                () -> getComponent().client(configuration).gateway().limitedTo(bandwidth()),
                this::useClient);
    }

    ApiVideoClients.Use useClient() {
        if (!getComponent().isStarted()) {
            throw new CancellationException("the component is stopping");
        }
        return getComponent().clients().use(ClientSettings.of(new ConfiguredOptions(configuration)));
    }

    ApiVideoOperation operation() {
        return (ApiVideoOperation) ApiVideoFeed.KINDS.requireOperation(kind());
    }

    EndpointKind kind() {
        return ApiVideoFeed.KINDS.of(operation);
    }
}
