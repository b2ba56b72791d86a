// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no service sends them: what is signed passes, the rest does no harm. */
class OddRequestsTest {

    private static final String OWN_SECRET = "webhookSecret=" + EventFixture.SECRET;
    private static final int BOMB = 50 << 20;

    @RegisterExtension
    final EventFixture fixture = new EventFixture();

    private final HttpClient http = HttpClient.newHttpClient();

    private static String body() throws Exception {
        return EventFixture.event("video.renamed", Map.of("title", "Äpfel & 梨 = 100 % +1"));
    }

    private int send(BodyPublisher body, String... headers) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(fixture.url()))
                .POST(body)
                .headers(headers)
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "text/plain; charset=utf-16",
                "application/octet-stream",
                "application/xml"
            })
    void theBytesCountWhateverTheirTypeIs(String contentType) throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);

        assertThat(fixture.deliver(
                                body(),
                                "X-Api-Video-Signature",
                                EventFixture.signature(body(), EventFixture.SECRET),
                                "Content-Type",
                                contentType)
                        .statusCode())
                .isEqualTo(202);

        assertThat(events.getExchanges()).hasSize(1);
        assertThat(events.getExchanges().get(0).getMessage().getBody(String.class))
                .isEqualTo(body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=b",
                "nonsense",
                ";;;"
            })
    void aFormIsRefusedAndLeavesNoFile(String contentType) throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        String form =
                "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"a\"\r\n\r\n" + body() + "\r\n--b--\r\n";

        assertThat(send(BodyPublishers.ofString(form), "Content-Type", contentType))
                .isBetween(400, 499);

        assertThat(events.getExchanges()).isEmpty();
        Path uploads = Path.of("file-uploads");
        if (Files.exists(uploads)) {
            assertThat(uploads).isEmptyDirectory();
        }
    }

    @Test
    void aBodyThatIsLargerThanTheLimitOfTheServerIsRefused() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);

        assertThat(send(BodyPublishers.ofByteArray(new byte[BOMB]), "Content-Type", "application/json"))
                .isEqualTo(413);
        assertThat(fixture.deliverSigned(body())).isEqualTo(202);

        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void chunksAreOneBody() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        byte[] bytes = body().getBytes(StandardCharsets.UTF_8);

        assertThat(send(
                        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                        "x-api-video-signature",
                        EventFixture.signature(body(), EventFixture.SECRET)))
                .isEqualTo(202);
        assertThat(events.getExchanges()).hasSize(1);
    }

    @Test
    void aCompressedBodyIsNotUnpackedBeforeItIsVerified() throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);

        assertThat(send(
                        BodyPublishers.ofByteArray(gzip(body().getBytes(StandardCharsets.UTF_8))),
                        "Content-Encoding",
                        "gzip",
                        "X-Api-Video-Signature",
                        EventFixture.signature(body(), EventFixture.SECRET)))
                .isBetween(400, 499);
        assertThat(send(
                        BodyPublishers.ofByteArray(gzip(new byte[BOMB])),
                        "Content-Encoding",
                        "gzip",
                        "X-Api-Video-Signature",
                        "x"))
                .isBetween(400, 499);

        assertThat(events.getExchanges()).isEmpty();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "PATCH"})
    void noOtherMethodReachesTheRoute(String method) throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        HttpRequest request = HttpRequest.newBuilder(URI.create(fixture.url()))
                .method(method, BodyPublishers.ofString(body()))
                .header("X-Api-Video-Signature", EventFixture.signature(body(), EventFixture.SECRET))
                .build();

        assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
        assertThat(events.getExchanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/more", "/../events", "?a=b"})
    void aPathIsExact(String more) throws Exception {
        MockEndpoint events = fixture.receive(OWN_SECRET);
        HttpRequest request = HttpRequest.newBuilder(URI.create(fixture.url() + more))
                .POST(BodyPublishers.ofString(body()))
                .header("X-Api-Video-Signature", EventFixture.signature(body(), EventFixture.SECRET))
                .build();

        int status = http.send(request, BodyHandlers.discarding()).statusCode();
        assertThat(status).isIn(202, 404);
        assertThat(events.getExchanges()).hasSize(status == 202 ? 1 : 0);
    }

    @Test
    void twoRoutesWithTheSamePathDoNotStart() throws Exception {
        fixture.receive(OWN_SECRET);

        assertThatThrownBy(() -> fixture.context().addRoutes(new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("apivideo:events?webhookSecret=other")
                                .routeId("twin")
                                .to("mock:twin");
                    }
                }))
                .hasStackTraceContaining("webhookPath=/apivideo/events");
    }
}
