// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.operation;

import static io.github.camelapivideo.ApiVideoConstants.LANGUAGE;
import static io.github.camelapivideo.ApiVideoConstants.LIVE_STREAM_ID;
import static io.github.camelapivideo.ApiVideoConstants.NAME;
import static io.github.camelapivideo.ApiVideoConstants.PLAYER_ID;
import static io.github.camelapivideo.ApiVideoConstants.SUMMARY_ID;
import static io.github.camelapivideo.ApiVideoConstants.TITLE;
import static io.github.camelapivideo.ApiVideoConstants.VIDEO_ID;
import static io.github.camelapivideo.ApiVideoConstants.WATERMARK_ID;
import static io.github.camelapivideo.ApiVideoConstants.WEBHOOK_ID;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.api.ApiVideoException.InDoubt;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** A service with an application, and a look at the service that does not use the component. For one thread. */
final class World implements AutoCloseable {

    private static final Pattern THUMBNAIL = Pattern.compile("/videos/(\\w+)/thumbnail");

    /** The mark for a small file. */
    static final String STORED = "a stored file";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ApiVideoSimulator simulator;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;
    private final HttpClient plain = HttpClient.newHttpClient();
    private final String authorization;

    World() throws IOException {
        simulator = ApiVideoSimulator.builder().start();
        authorization = "Basic "
                + Base64.getEncoder().encodeToString((simulator.apiKey() + ":").getBytes(StandardCharsets.UTF_8));
        ApiVideoConfiguration options =
                context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
        options.setApiKey(simulator.apiKey());
        options.setBaseUri(simulator.baseUri().toString());
        options.setRetryDelay(1);
        options.setMaxRetryDelay(20);
        options.setRecordTimeout(200);
        context.start();
        template = context.createProducerTemplate();
    }

    ApiVideoSimulator simulator() {
        return simulator;
    }

    /** Carries out an operation and returns the exchange, failed or not. */
    Exchange exchange(String uri, Object body, Map<String, Object> headers) {
        return template.request("apivideo:" + uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    /** Carries out an operation that has to work, and returns a header of its answer. */
    private String made(String uri, Object body, Map<String, Object> headers, String header) {
        Exchange exchange = exchange(uri, body, headers);
        if (exchange.getException() instanceof InDoubt) {
            // The fault before this may have left a connection that the service has closed.
            exchange = exchange(uri, body, headers);
        }
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getHeader(header, String.class);
    }

    String video() {
        return made("createVideo", null, Map.of(TITLE, "a title"), VIDEO_ID);
    }

    String discardedVideo() {
        String video = video();
        simulator.discard(video);
        return video;
    }

    String captioned() {
        return inFrench("uploadCaption");
    }

    String chaptered() {
        return inFrench("uploadChapter");
    }

    private String inFrench(String operation) {
        String video = video();
        made(operation, Specimens.TEXT, Map.of(VIDEO_ID, video, LANGUAGE, "fr"), VIDEO_ID);
        return video;
    }

    String summary() {
        return made("createSummary", null, Map.of(VIDEO_ID, video()), SUMMARY_ID);
    }

    String written() {
        String summary = summary();
        made("updateSummarySource", Specimens.SUMMARY, Map.of(SUMMARY_ID, summary), SUMMARY_ID);
        return summary;
    }

    String watermark() {
        return made("uploadWatermark", Specimens.PICTURE, Map.of(), WATERMARK_ID);
    }

    String token() {
        return simulator.createUploadToken(Duration.ZERO);
    }

    String player() {
        return made("createPlayer", null, Map.of(NAME, "a name"), PLAYER_ID);
    }

    String liveStream() {
        return made("createLiveStream", null, Map.of(NAME, "a name"), LIVE_STREAM_ID);
    }

    String playerWithLogo() {
        String player = player();
        made("uploadPlayerLogo", Specimens.PICTURE, Map.of(PLAYER_ID, player), PLAYER_ID);
        return player;
    }

    String liveStreamWithThumbnail() {
        String stream = liveStream();
        made("uploadLiveStreamThumbnail", Specimens.PICTURE, Map.of(LIVE_STREAM_ID, stream), LIVE_STREAM_ID);
        return stream;
    }

    /** Returns a live stream that is broadcasting. */
    String broadcast() {
        String stream = liveStream();
        simulator.liveStreams().start(stream);
        return stream;
    }

    String webhook() {
        return made(
                "createWebhook?webhookUrl=https://example.org/a&events=video.source.recorded",
                null,
                Map.of(),
                WEBHOOK_ID);
    }

    /** Returns the number of items of a list. */
    long count(String path) {
        return get(path).at("/pagination/itemsTotal").asLong();
    }

    /** Returns the text of what the service has at a path, with a mark for a small file or the time of a picture. */
    String seen(String path) {
        Matcher thumbnail = THUMBNAIL.matcher(path);
        return get(path)
                + simulator.resource(path).map(file -> STORED).orElse("")
                + (thumbnail.matches()
                        ? simulator.thumbnailTimecode(thumbnail.group(1)).orElse("")
                        : "");
    }

    /** Returns what the service has at a path; a missing node if it has nothing there. */
    JsonNode get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .header("Authorization", authorization)
                .build();
        try {
            HttpResponse<String> answer = plain.send(request, HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? MAPPER.readTree(answer.body()) : MAPPER.missingNode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
