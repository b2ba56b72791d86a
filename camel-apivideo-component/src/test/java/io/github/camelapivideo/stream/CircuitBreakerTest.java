// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.stream;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.body.Caches;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A circuit breaker's timeout ends the waiting, not the upload: what comes next must not disturb it. */
@Timeout(60)
class CircuitBreakerTest {

    private static final String UPLOAD = "apivideo:upload?partSize=5MiB&parallelism=1&maxRetries=0";

    @TempDir
    Path folder;

    private final CountDownLatch held = new CountDownLatch(1);
    private final TestVideo video = TestVideo.of(4 * PART + 3);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void start() {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.hold(held));
    }

    @AfterEach
    void stop() {
        held.countDown();
    }

    private Exchange sendWithFallback(String streamCache, String fallback) throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start")
                        .streamCache(streamCache)
                        .circuitBreaker()
                        .resilience4jConfiguration()
                        .timeoutEnabled(true)
                        .timeoutDuration(300)
                        .end()
                        .to(UPLOAD)
                        .onFallback()
                        .to(fallback)
                        .end();
            }
        });
        return fixture.template()
                .request("direct:start", exchange -> exchange.getMessage().setBody(video.tricklingStream()));
    }

    @ParameterizedTest
    @EnumSource
    void theUploadThatTimedOutAndTheFallbacksAreBothWhole(Caches caches) throws Exception {
        caches.in(fixture.context(), folder);
        Exchange exchange = sendWithFallback("true", UPLOAD + "&title=fallback");
        held.countDown();

        fixture.assertArrived(exchange, video);
        assertOnlyWholeVideos(2);
        Awaitility.await().untilAsserted(() -> assertThat(folder).isEmptyDirectory());
    }

    @ParameterizedTest
    @EnumSource
    void aFallbackThatReadsTheBodyTakesNothingFromTheUpload(Caches caches) throws Exception {
        caches.in(fixture.context(), folder);
        byte[][] read = new byte[1][];
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:fallback")
                        .process(exchange -> read[0] =
                                exchange.getMessage().getBody(InputStream.class).readAllBytes());
            }
        });
        Exchange exchange = sendWithFallback("true", "direct:fallback");
        assertThat(exchange.getException()).isNull();
        held.countDown();

        assertThat(read[0]).isEqualTo(video.bytes());
        assertOnlyWholeVideos(1);
        Awaitility.await().untilAsserted(() -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void theFallbackDoesNotSendTheRestOfARawStream() throws Exception {
        Exchange exchange = sendWithFallback("false", UPLOAD + "&title=fallback");
        held.countDown();

        assertThat(exchange.getException())
                .hasStackTraceContaining("The body is a stream that an earlier try has read already");
        assertOnlyWholeVideos(1);
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(1);
    }

    private void assertOnlyWholeVideos(int count) {
        Awaitility.await().untilAsserted(() -> assertThat(fixture.simulator().videos())
                .hasSize(count)
                .allSatisfy(received -> {
                    assertThat(received.complete()).isTrue();
                    assertThat(received.sha256()).isEqualTo(video.sha256());
                }));
    }
}
