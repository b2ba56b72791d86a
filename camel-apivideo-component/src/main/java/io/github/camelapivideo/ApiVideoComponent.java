// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.client.ApiVideoClient;
import io.github.camelapivideo.internal.client.ApiVideoClients;
import io.github.camelapivideo.internal.client.ApiVideoThreads;
import io.github.camelapivideo.internal.client.ClientSettings;
import io.github.camelapivideo.internal.client.SharedAccounts;
import io.github.camelapivideo.internal.engine.UploadEngine;
import io.github.camelapivideo.internal.feed.ApiVideoFeed;
import io.github.camelapivideo.internal.input.ConfigurationCheck;
import io.github.camelapivideo.internal.input.OptionTexts;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.option.ByteSize;
import io.github.camelapivideo.internal.option.DurationOptions;
import io.github.camelapivideo.internal.option.EndpointKind;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.thread.PatientThreads;
import io.github.camelapivideo.internal.thread.Workers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.LifecycleStrategySupport;
import org.apache.camel.util.PropertiesHelper;
import org.apache.camel.util.StringHelper;

/**
 * Makes the endpoints and owns what they share: the options that they start from, the threads, the engine, and one
 * client for each account. Thread-safe once started.
 *
 * <pre>{@code
 * ApiVideoComponent videos = new ApiVideoComponent();
 * videos.getConfiguration().setApiKey(apiKey);
 * videos.setBandwidthLimit("50MB/s");
 * context.addComponent("apivideo", videos);
 * }</pre>
 */
@Component("apivideo")
public class ApiVideoComponent extends ObservedComponent {

    private static final int MOST_UPLOADS = 64;

    @Metadata
    private ApiVideoConfiguration configuration = new ApiVideoConfiguration();

    @Metadata(label = "advanced", defaultValue = "auto")
    private String bufferMemory = "auto";

    @Metadata(label = "advanced")
    private String spillDirectory;

    @Metadata(label = "advanced", defaultValue = "" + MOST_UPLOADS)
    private int maxConcurrentUploads = MOST_UPLOADS;

    @Metadata
    private String bandwidthLimit;

    private ExecutorService lanes;
    private PatientThreads replies;
    private ScheduledExecutorService timer;
    private PartBuffers buffers;
    private UploadEngine engine;
    private Workers workers;
    private int connections;
    private final ApiVideoClients clients = new ApiVideoClients(this::openClient);

    @Override
    public void setCamelContext(CamelContext context) {
        super.setCamelContext(context);
        EndpointCredentials.hideInSummaries(context);
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStopping(CamelContext stopping) {
                endWaits();
            }
        });
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        UnknownOptions.checkNames(parameters);
        boolean evaluated = EndpointCaller.isProcessor(ApiVideoComponent.class);
        if (evaluated) {
            EvaluatedUri.checkReferences(parameters);
        }
        Set<String> set = Set.copyOf(parameters.keySet());
        ApiVideoConfiguration own = configuration.copy();
        EndpointCredentials.forget(own);
        ApiVideoEndpoint endpoint = new ApiVideoEndpoint(uri, this, remaining, own);
        EndpointKind asked = endpoint.kind();
        if (!(asked instanceof ApiVideoOperation operation && operation.createsVideo())) {
            own.forgetNewVideo();
        }
        MapOptions.move(getCamelContext(), parameters, own);
        endpoint.setSchedulerProperties(PropertiesHelper.extractProperties(parameters, "scheduler."));
        Map<String, Object> http = PropertiesHelper.extractProperties(parameters, "http.");
        UnknownOptions.refuseHttp(http);
        own.getHttp().putAll(http);
        PropertyConfigurerGetter known = (PropertyConfigurerGetter) getEndpointPropertyConfigurer();
        UnknownOptions.refuse(parameters, known);
        DurationOptions.check(parameters, StringHelper::dashToCamelCase, name -> known.getOptionType(name, true));
        ApiVideoFeed.KINDS.refuseUnread(asked, set);
        setProperties(endpoint, parameters);
        if (asked.options().contains("uploadListener")) {
            tellAllListeners(own);
        }
        EndpointCredentials.inherit(own, configuration, evaluated);
        if (asked instanceof ApiVideoOperation && EndpointCredentials.hasNone(own)) {
            throw new NoCredentials(uri);
        }
        if (evaluated) {
            own.setLiterals(EvaluatedUri.literals(own, configuration));
        }
        ComponentLimits.bandwidth(endpoint.getBandwidthLimit());
        check(asked, new ConfiguredOptions(own));
        checkTexts(asked, own);
        return endpoint;
    }

    private void check(EndpointKind asked, Options options) {
        if (asked instanceof ApiVideoFeed feed) {
            feed.check(options);
        } else {
            ConfigurationCheck.check(
                    options, ByteSize.parse("bufferMemory", bufferMemory), ComponentLimits.spillPath(spillDirectory));
        }
    }

    private void checkTexts(EndpointKind asked, ApiVideoConfiguration own) {
        Set<String> read = ApiVideoOperation.evaluatedOptions();
        read.retainAll(asked.options());
        new OptionTexts(getCamelContext(), new ConfiguredOptions(own), own.literals()).check(read);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ApiVideoThreads threads = new ApiVideoThreads(getCamelContext(), this);
        lanes = threads.newLanes();
        timer = threads.newTimer();
        replies = threads.newReplies(timer);
        buffers = new PartBuffers(ComponentLimits.bufferBytes(bufferMemory), ComponentLimits.spillPath(spillDirectory));
        workers = new Workers(threads.inTurns(lanes, replies), replies, timer, System::nanoTime);
        int mostUploads = ComponentLimits.mostUploads(maxConcurrentUploads);
        engine =
                new UploadEngine(workers, buffers, mostUploads, ComponentLimits.bandwidth(bandwidthLimit), observers());
        connections = threads.connections(mostUploads);
    }

    // Camel would wait for exchanges that wait for the service, for as long as its shutdown timeout says.
    private void endWaits() {
        if (engine != null) {
            engine.endWaits();
        }
    }

    @Override
    protected void doStop() throws Exception {
        if (engine != null) {
            engine.stop(ApiVideoThreads.patience(getCamelContext()));
        }
        clients.close();
        ApiVideoThreads.shutdown(getCamelContext(), timer, lanes, replies);
        super.doStop();
    }

    public ApiVideoConfiguration getConfiguration() {
        return configuration;
    }

    /** The options that endpoints start from; each endpoint has a copy. */
    public void setConfiguration(ApiVideoConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getBufferMemory() {
        return bufferMemory;
    }

    /**
     * The memory for all stream uploads of this component: bytes, or a number with KiB, MiB or GiB; by default a
     * quarter of the heap. An upload that finds no free memory waits without holding a thread. Files need none.
     */
    public void setBufferMemory(String bufferMemory) {
        this.bufferMemory = bufferMemory;
    }

    public String getSpillDirectory() {
        return spillDirectory;
    }

    /**
     * A folder on a fast disk for the parts of streams that find no free memory. By default such parts wait for
     * memory, as they do if the disk is full.
     */
    public void setSpillDirectory(String spillDirectory) {
        this.spillDirectory = spillDirectory;
    }

    public int getMaxConcurrentUploads() {
        return maxConcurrentUploads;
    }

    /**
     * The largest number of uploads of this component that run at once, from 1. The others wait in the order of their
     * arrival, with nothing opened, no container and no thread, and end at once when the Camel context stops. An upload
     * that runs takes at most one open file or stream and, while its body is a stream, one thread that reads it.
     */
    public void setMaxConcurrentUploads(int maxConcurrentUploads) {
        this.maxConcurrentUploads = maxConcurrentUploads;
    }

    public String getBandwidthLimit() {
        return bandwidthLimit;
    }

    /**
     * The bytes a second that all uploads of this component send together, such as 50MB/s or 100Mbit/s, with B/s, kB/s,
     * MB/s, GB/s, KiB/s, MiB/s, GiB/s, bit/s, kbit/s, Mbit/s or Gbit/s, from 1kB/s; by default no limit. Uploads that
     * run at the same time have the same share. A limit of an endpoint holds, too. Small files, such as thumbnails and
     * captions, are not limited.
     */
    public void setBandwidthLimit(String bandwidthLimit) {
        this.bandwidthLimit = bandwidthLimit;
    }

    /**
     * Tells whether the account of the component's own options answers. All callers and health checks of an account in a
     * Camel context share one answer: a good one for 10 s, a failure for 2 s. Any read or write of the account that
     * succeeds is a good answer. Without a fresh answer the account is pinged once, without a retry, with a read that
     * waits for no upload and counts among its reads per minute. The future completes within 2 s.
     *
     * @return completed when it answers, even if only that it is too busy; failed with an
     *     {@link io.github.camelapivideo.api.ApiVideoException} if it refuses or cannot be reached, with a
     *     {@link java.util.concurrent.TimeoutException} if a ping has been open for 2 s, and with an
     *     {@link IllegalStateException} if it could not be asked: there is no API key, and an upload token can ask nothing,
     *     or the component has stopped
     */
    public CompletableFuture<Void> askAccount() {
        return ask(configuration);
    }

    CompletableFuture<Void> ask(ApiVideoConfiguration options) {
        if (!isStarted()) {
            return unknown("The component has stopped");
        }
        ApiVideoClient client = client(options);
        return client.gateway().isAccount()
                ? client.answer().ask(() -> engine.ping(client.gateway()))
                : unknown("There is no apiKey, and an upload token can ask nothing");
    }

    private static CompletableFuture<Void> unknown(String reason) {
        return CompletableFuture.failedFuture(new IllegalStateException(reason));
    }

    ScheduledExecutorService timer() {
        return timer;
    }

    @Override
    PartBuffers buffers() {
        return buffers;
    }

    @Override
    UploadEngine engine() {
        return engine;
    }

    /** Returns the threads on which routes continue after an upload: a route could hold a lane for long. */
    Executor replies() {
        return workers.aside();
    }

    private ApiVideoClient openClient(ClientSettings settings) {
        // The counters of an environment begin at zero before its first upload: the first failure is an increase.
        observers().in(settings.account().environment());
        return ApiVideoClient.open(
                getCamelContext(), settings, connections, SharedAccounts.of(getCamelContext()), engine.stallDetector());
    }

    ApiVideoClient client(ApiVideoConfiguration options) {
        return clients.client(ClientSettings.of(new ConfiguredOptions(options)));
    }

    ApiVideoClients clients() {
        return clients;
    }
}
