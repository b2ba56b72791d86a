// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** One Camel context with one component, through which everything goes. Thread-safe. */
final class Uploader implements AutoCloseable {

    private static final int FILE_CHUNK = 8192;

    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final Path bodies;

    Uploader(URI service, String apiKey, Path folder, ConnectionPools pools) throws Exception {
        bodies = Files.createDirectories(folder.resolve("bodies"));
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        context.getRegistry().bind("pools", pools);
        ApiVideoComponent component = context.getComponent("apivideo", ApiVideoComponent.class);
        component.setSpillDirectory(
                Files.createDirectories(folder.resolve("spilled")).toString());
        configure(component.getConfiguration(), service, apiKey);
        context.addRoutes(new UploadRoutes());
        context.start();
        template = context.createProducerTemplate();
    }

    private static void configure(ApiVideoConfiguration options, URI service, String apiKey) {
        options.setApiKey(apiKey);
        options.setBaseUri(service.toString());
        options.setRetryDelay(20);
        options.setMaxRetryDelay(1000);
        // Longer than a busy machine makes anybody wait: what is given up too early is made twice.
        options.setStallTimeout(10_000);
        options.setAnswerTimeout(10_000L);
        options.getHttp().put("httpClientConfigurer", "#pools");
    }

    Outcome upload(Upload upload) {
        Path file = bodies.resolve(upload.number() + ".mp4");
        try {
            Object body =
                    upload.kind() == Upload.Kind.FILE ? write(upload, file) : upload.content().stream(upload.chunk());
            Exchange exchange = template.request(UploadRoutes.routeFor(upload), sent -> {
                sent.getMessage().setBody(body);
                sent.getMessage().setHeader(UploadRoutes.PART_SIZE, upload.partSize());
                sent.getMessage().setHeader(UploadRoutes.PARALLELISM, upload.parallelism());
                if (upload.keyed()) {
                    sent.getMessage().setHeader(ApiVideoConstants.UPLOAD_KEY, upload.key());
                }
            });
            return outcome(upload, exchange);
        } finally {
            delete(file);
        }
    }

    private static Outcome outcome(Upload upload, Exchange exchange) {
        Exception failure = exchange.getException();
        if (failure == null) {
            String videoId = exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
            return new Outcome(upload.number(), videoId, "");
        }
        String videoId = failure instanceof ApiVideoException told ? told.getVideoId() : null;
        return new Outcome(upload.number(), videoId == null ? "" : videoId, failure.toString());
    }

    private static File write(Upload upload, Path file) {
        try (InputStream bytes = upload.content().stream(FILE_CHUNK)) {
            Files.copy(bytes, file);
            return file.toFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
