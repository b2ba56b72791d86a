// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.benchmarks.sink.Tls;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.jsse.KeyStoreParameters;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.jsse.TrustManagersParameters;

/** This component, as a route uses it. Thread-safe. */
public final class ComponentUploader implements Uploader {

    private final Job job;
    private final CamelContext context;
    private final ProducerTemplate template;
    private final Endpoint endpoint;

    public ComponentUploader(Job job) throws Exception {
        this.job = job;
        this.context = new DefaultCamelContext();
        ApiVideoComponent component = new ApiVideoComponent();
        if (job.bufferMemory() != null) {
            component.setBufferMemory(job.bufferMemory());
        }
        configure(component.getConfiguration());
        context.addComponent("apivideo", component);
        context.start();
        this.template = context.createProducerTemplate();
        this.endpoint = context.getEndpoint("apivideo:upload?parallelism=" + lanes(job));
    }

    private static String lanes(Job job) {
        return job.lanes() == Job.AUTO ? "auto" : Integer.toString(job.lanes());
    }

    private void configure(ApiVideoConfiguration configuration) {
        configuration.setApiKey("aKey");
        configuration.setBaseUri(job.service().toString());
        if (job.partSize() > 0) {
            configuration.setPartSize(Long.toString(job.partSize()));
        }
        if (job.trusted() != null) {
            configuration.getHttp().put("sslContextParameters", ssl(context, job));
        }
    }

    static SSLContextParameters ssl(CamelContext context, Job job) {
        KeyStoreParameters store = new KeyStoreParameters();
        store.setCamelContext(context);
        store.setResource("file:" + job.trusted());
        store.setType("PKCS12");
        store.setPassword(Tls.PASSWORD);
        TrustManagersParameters managers = new TrustManagersParameters();
        managers.setCamelContext(context);
        managers.setKeyStore(store);
        SSLContextParameters parameters = new SSLContextParameters();
        parameters.setCamelContext(context);
        parameters.setTrustManagers(managers);
        if (job.conscrypt()) {
            parameters.setProvider(Tls.registerConscrypt());
        }
        return parameters;
    }

    @Override
    public void upload(long length) throws Exception {
        check(template.send(endpoint, exchange -> fill(exchange, length)));
    }

    void upload(InputStream body) throws Exception {
        check(template.send(endpoint, exchange -> exchange.getMessage().setBody(body)));
    }

    /** Begins an upload. */
    public CompletableFuture<Exchange> begin(long length) {
        return template.asyncSend(endpoint, exchange -> fill(exchange, length));
    }

    private void fill(Exchange exchange, long length) throws Exception {
        if (job.body() == Job.Body.FILE) {
            exchange.getMessage().setBody(job.video(length).toFile());
            return;
        }
        exchange.getMessage().setBody(Bodies.stream(job, length));
        if (job.body() == Job.Body.KNOWN) {
            exchange.getMessage().setHeader(Exchange.CONTENT_LENGTH, length);
        }
    }

    /** Fails if the upload did. */
    public static void check(Exchange exchange) throws Exception {
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
