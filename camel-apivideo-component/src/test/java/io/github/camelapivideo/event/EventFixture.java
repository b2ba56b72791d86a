// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.WebhookDelivery;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A Camel context with an HTTP server, beside a service that delivers events to it. */
final class EventFixture implements BeforeEachCallback, AfterEachCallback {

    static final String SECRET = "sig_sec_contractvector0001";
    static final String QUALITY_COMPLETED = "video.encoding.quality.completed";

    private static final String PATH = "/apivideo/events";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<ApiVideoSimulator.Builder> simulatorSettings;
    private final HttpClient http = HttpClient.newHttpClient();
    private ApiVideoFixture fixture;
    private VertxPlatformHttpServer server;

    EventFixture() {
        this(simulator -> {});
    }

    /** @param simulatorSettings applied before the service starts */
    EventFixture(Consumer<ApiVideoSimulator.Builder> simulatorSettings) {
        this.simulatorSettings = simulatorSettings;
    }

    @Override
    public void beforeEach(ExtensionContext test) throws Exception {
        fixture = ApiVideoFixture.start(simulator -> {
            simulator.webhookRetryInterval(Duration.ofMillis(50));
            simulatorSettings.accept(simulator);
        });
        serve();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        fixture.close();
    }

    private void serve() throws Exception {
        VertxPlatformHttpServerConfiguration settings = new VertxPlatformHttpServerConfiguration();
        settings.setBindHost("127.0.0.1");
        settings.setBindPort(0);
        server = new VertxPlatformHttpServer(settings);
        context().addService(server);
    }

    DefaultCamelContext context() {
        return fixture.context();
    }

    ApiVideoSimulator service() {
        return fixture.simulator();
    }

    ApiVideoFixture apiVideo() {
        return fixture;
    }

    /** Returns the URL of the route. */
    String url() {
        return "http://127.0.0.1:" + server.getPort() + PATH;
    }

    /** Begins a route that ends at {@code mock:events}. */
    MockEndpoint receive(String options) throws Exception {
        return receive(options, exchange -> {});
    }

    /** Begins a route that ends at {@code mock:events}, after a step that may fail or wait. */
    MockEndpoint receive(String options, Processor step) throws Exception {
        context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                errorHandler(noErrorHandler());
                from("apivideo:events?" + options)
                        .routeId("events")
                        .process(step)
                        .to("mock:events");
            }
        });
        return context().getEndpoint("mock:events", MockEndpoint.class);
    }

    /** A webhook of the service. */
    record Webhook(String webhookId, String secret) {}

    Webhook createWebhook() throws Exception {
        return createWebhook(List.of(QUALITY_COMPLETED, "live-stream.broadcast.started", "video.caption.generated"));
    }

    Webhook createWebhook(List<String> events) throws Exception {
        JsonNode webhook = JSON.readTree(account("POST", "/webhooks", Map.of("events", events, "url", url())));
        return new Webhook(
                webhook.get("webhookId").asText(),
                webhook.get("signatureSecret").asText());
    }

    void deleteWebhook(Webhook webhook) throws Exception {
        account("DELETE", "/webhooks/" + webhook.webhookId(), Map.of());
    }

    private String account(String method, String path, Map<String, ?> body) throws Exception {
        String user = Base64.getEncoder().encodeToString((service().apiKey() + ":").getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(service().baseUri().resolve(path))
                .header("Authorization", "Basic " + user)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("POST")
                                ? BodyPublishers.ofString(JSON.writeValueAsString(body))
                                : BodyPublishers.noBody())
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }

    /** Emits that a quality of a video is encoded. */
    void emitQuality(String videoId, String quality) {
        service().webhooks().emit(QUALITY_COMPLETED, Map.of("videoId", videoId, "encoding", "hls", "quality", quality));
    }

    /** Returns the status of the answers to the deliveries so far. */
    List<Integer> answers() {
        return service().webhooks().deliveries().stream()
                .map(WebhookDelivery::status)
                .toList();
    }

    /** Delivers a body with these headers, and returns the answer. */
    HttpResponse<String> deliver(String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url()))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return http.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    /** Delivers a body that is signed with {@link #SECRET}, and returns the status of the answer. */
    int deliverSigned(String body) throws Exception {
        return deliver(body, "X-Api-Video-Signature", signature(body, SECRET)).statusCode();
    }

    /** Returns an event with fields as JSON text. */
    static String event(String type, Map<String, ?> fields) throws Exception {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("type", type);
        event.putAll(fields);
        return JSON.writeValueAsString(event);
    }

    static String signature(String body, String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns a header of the first exchange that has reached an endpoint. */
    static Object header(MockEndpoint events, String name) {
        Exchange first = events.getExchanges().get(0);
        return first.getMessage().getHeader(name);
    }
}
