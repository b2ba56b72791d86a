// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.http;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TlsFront;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How long the HTTP client itself waits for bytes on the sockets that carry the parts. */
class ClientTimeoutsTest {

    private static final String UPLOAD = "partSize=5MiB&http.httpClientConfigurer=#seen";

    // Longer than the three minutes that the HTTP client waits when nothing is set.
    private static final String LONG = "&stallTimeout=1000000&answerTimeout=1000000&connectTimeout=1000000";

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private final Queue<Timeout> seen = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void start() {
        HttpClientConfigurer recorder = client -> client.addResponseInterceptorLast((answer, entity, context) ->
                seen.add(HttpCoreContext.cast(context).getEndpointDetails().getSocketTimeout()));
        fixture.context().getRegistry().bind("seen", recorder);
    }

    private void upload(String options) {
        TestVideo video = TestVideo.of(2 * PART);
        fixture.assertArrived(fixture.upload(UPLOAD + options, video.bytes()), video);
        assertThat(seen).hasSizeGreaterThan(2);
    }

    @Test
    void theClientEndsNoStepThatOurLongTimeoutsAllow() {
        upload(LONG);
        assertThat(seen).containsOnly(Timeout.DISABLED);
    }

    @Test
    void theClientEndsNoStepOverTlsEither() throws Exception {
        try (TlsFront front = TlsFront.before(fixture.simulator().baseUri().getPort(), folder)) {
            front.trustIn(fixture.context().getRegistry());
            fixture.options().setBaseUri(front.uri().toString());
            upload(LONG + "&http.sslContextParameters=#tls");
        }
        assertThat(seen).containsOnly(Timeout.DISABLED);
    }

    @Test
    void whatAUserSetsForTheClientIsKept() {
        upload(LONG + "&http.soTimeout=700000");
        assertThat(seen).containsOnly(Timeout.ofMilliseconds(700_000));
    }

    @Test
    void theTimeoutForAnAnswerThatAUserSetsIsKept() {
        upload(LONG + "&http.responseTimeout=800000");
        assertThat(seen).containsOnly(Timeout.ofMilliseconds(800_000));
    }
}
