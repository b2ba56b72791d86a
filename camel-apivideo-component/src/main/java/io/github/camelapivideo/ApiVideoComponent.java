// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.upload.UploadEngine;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.Endpoint;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.util.PropertiesHelper;

/**
 * Makes the endpoints and owns what they share: the options that they start from, the threads, the engine, and one
 * client for each account. Thread-safe once started.
 */
@Component("apivideo")
public class ApiVideoComponent extends DefaultComponent {

    @Metadata(description = "The options that endpoints start from.")
    private ApiVideoConfiguration configuration = new ApiVideoConfiguration();

    private ExecutorService lanes;
    private ExecutorService replies;
    private ScheduledExecutorService timer;
    private UploadEngine engine;
    private ApiVideoClients clients;

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        ApiVideoConfiguration own = configuration.copy();
        own.getMetadata().putAll(PropertiesHelper.extractProperties(parameters, "metadata."));
        own.getClip().putAll(PropertiesHelper.extractProperties(parameters, "clip."));
        own.getWatermark().putAll(PropertiesHelper.extractProperties(parameters, "watermark."));
        own.getHttp().putAll(PropertiesHelper.extractProperties(parameters, "http."));
        ApiVideoEndpoint endpoint = new ApiVideoEndpoint(uri, this, remaining, own);
        setProperties(endpoint, parameters);
        endpoint.operation();
        ConfigurationCheck.check(own);
        return endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ApiVideoThreads threads = new ApiVideoThreads(getCamelContext(), this);
        lanes = threads.newLanes();
        replies = threads.newReplies();
        timer = threads.newTimer();
        engine = new UploadEngine(lanes, timer);
        clients = new ApiVideoClients(getCamelContext(), threads.laneCount());
    }

    @Override
    protected void doStop() throws Exception {
        if (engine != null) {
            engine.stop(ApiVideoThreads.patience(getCamelContext()));
        }
        if (clients != null) {
            clients.close();
        }
        ApiVideoThreads.shutdown(getCamelContext(), timer, lanes, replies);
        super.doStop();
    }

    /** The options that endpoints start from. */
    public ApiVideoConfiguration getConfiguration() {
        return configuration;
    }

    /** The options that endpoints start from; each endpoint has a copy. */
    public void setConfiguration(ApiVideoConfiguration configuration) {
        this.configuration = configuration;
    }

    UploadEngine engine() {
        return engine;
    }

    /** Where routes go on after an upload: not on a lane, which a route could hold for long. */
    Executor replies() {
        return replies;
    }

    ApiVideoClient client(ApiVideoConfiguration options) {
        return clients.client(options);
    }
}
