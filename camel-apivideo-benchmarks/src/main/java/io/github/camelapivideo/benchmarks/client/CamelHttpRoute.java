// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.builder.ThreadPoolBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.processor.aggregate.UseLatestAggregationStrategy;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;

/** A video cut by a splitter, its parts sent by camel-http, the answers aggregated: Camel without this component. */
final class CamelHttpRoute implements Uploader {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Job job;
    private final CamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final String token;

    CamelHttpRoute(Job job) throws Exception {
        this.job = job;
        HttpComponent http = context.getComponent(job.service().getScheme(), HttpComponent.class);
        if (job.trusted() != null) {
            http.setSslContextParameters(ComponentUploader.ssl(context, job));
        }
        context.addRoutes(new Route());
        context.start();
        template = context.createProducerTemplate();
        token = json("/auth/api-key", "{\"apiKey\":\"aKey\"}")
                .get("access_token")
                .asText();
    }

    private JsonNode json(String path, String body) throws IOException {
        String answer = template.request(job.service() + path, exchange -> {
                    exchange.getMessage().setBody(body);
                    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
                    exchange.getMessage().setHeader("Authorization", "Bearer " + token);
                })
                .getMessage()
                .getBody(String.class);
        return MAPPER.readTree(answer);
    }

    @Override
    public void upload(long length) throws Exception {
        String videoId =
                json("/videos", "{\"title\":\"video.mp4\"}").get("videoId").asText();
        ComponentUploader.check(template.request("direct:upload", exchange -> {
            exchange.getMessage().setBody(length);
            exchange.getMessage().setHeader("videoId", videoId);
            exchange.getMessage().setHeader("total", job.parts(length));
            exchange.getMessage().setHeader("Authorization", "Bearer " + token);
        }));
    }

    private final class Route extends RouteBuilder {
        @Override
        public void configure() throws Exception {
            SplitDefinition split = from("direct:upload").split().body(Long.class, CamelHttpRoute.this::parts);
            if (job.lanes() > 1) {
                split.executorService(lanes());
            }
            split.aggregationStrategy(new UseLatestAggregationStrategy())
                    .streaming()
                    .stopOnException()
                    .process(CamelHttpRoute::form)
                    .toD(job.service() + "/videos/${header.videoId}/source?httpMethod=POST")
                    .end();
        }
    }

    /** As many threads, and no queue: else the splitter reads the whole video into memory while the parts wait. */
    private ExecutorService lanes() throws Exception {
        return new ThreadPoolBuilder(context)
                .poolSize(Math.max(1, job.lanes() - 1))
                .maxPoolSize(Math.max(1, job.lanes() - 1))
                .maxQueueSize(0)
                .rejectedPolicy(ThreadPoolRejectedPolicy.CallerRuns)
                .build("parts");
    }

    private static void form(Exchange exchange) {
        exchange.getMessage()
                .setHeader(
                        "Content-Range",
                        "part " + (exchange.getProperty(Exchange.SPLIT_INDEX, int.class) + 1) + "/"
                                + exchange.getMessage().getHeader("total"));
        byte[] part = exchange.getMessage().getBody(byte[].class);
        exchange.getMessage()
                .setBody(MultipartEntityBuilder.create()
                        .addBinaryBody("file", part, ContentType.APPLICATION_OCTET_STREAM, "video.mp4")
                        .build());
    }

    private Iterator<byte[]> parts(long length) {
        try {
            InputStream in = Files.newInputStream(job.video(length));
            return IntStream.rangeClosed(1, job.parts(length))
                    .mapToObj(part -> read(in, part == job.parts(length)))
                    .iterator();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(InputStream in, boolean last) {
        try {
            byte[] part = in.readNBytes((int) job.partSize());
            if (last) {
                in.close();
            }
            return part;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
