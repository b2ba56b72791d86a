// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.failure;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TlsFront;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An answer that comes before the body's end means what it always means. */
@Timeout(60)
class EarlyAnswerTest {

    private static final int AFTER = 100_000;

    // Far more than the sockets of both sides hold.
    private static final TestVideo LARGE = TestVideo.of(6L * PART);

    @TempDir
    static Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private TlsFront front;

    enum Line {
        PLAIN,
        TLS
    }

    /** What the service does with the connection after its answer. */
    enum Rest {
        READ(Fault::answerEarly),
        RESET(Fault::answerEarlyThenReset),
        STALL(Fault::answerEarlyThenStall);

        private final BiFunction<Integer, Long, Fault> fault;

        Rest(BiFunction<Integer, Long, Fault> fault) {
            this.fault = fault;
        }

        Fault with(int status) {
            return fault.apply(status, (long) AFTER);
        }
    }

    static Stream<Arguments> all() {
        return Stream.of(Line.values()).flatMap(line -> Stream.of(Rest.values()).map(rest -> Arguments.of(line, rest)));
    }

    private void start(Line line) throws Exception {
        if (line == Line.TLS) {
            front = TlsFront.before(fixture.simulator().baseUri().getPort(), folder);
            front.trustIn(fixture.context().getRegistry());
            fixture.options().setBaseUri(front.uri().toString());
            fixture.options().setHttp(Map.of("sslContextParameters", "#tls"));
        }
    }

    @AfterEach
    void stop() throws Exception {
        if (front != null) {
            front.close();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRefusalDuringTheBodyIsFinalAndNamed(Line line, Rest rest) throws Exception {
        start(line);
        fixture.simulator().faults().on(RequestKind.SOURCE).then(rest.with(413));

        Exchange exchange = fixture.upload("stallTimeout=1000&partSize=200MiB", LARGE.file(folder, "a.mp4"));

        assertThat(exchange.getException()).isInstanceOf(UploadFailed.class).hasMessageContaining("413");
        assertThat(fixture.parts()).hasSize(1);
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRefusedTokenIsRenewedOnce(Line line, Rest rest) throws Exception {
        start(line);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(rest.with(401));

        fixture.assertArrived(
                fixture.upload("stallTimeout=1000&partSize=200MiB&maxRetries=0", LARGE.file(folder, "a.mp4")), LARGE);

        assertThat(fixture.parts()).hasSize(2);
        assertThat(fixture.simulator().tokensIssued()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void tooManyRequestsAreWaitedFor(Line line, Rest rest) throws Exception {
        start(line);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(rest.with(429));

        fixture.assertArrived(fixture.upload("stallTimeout=1000&partSize=200MiB&maxRetries=1", LARGE.bytes()), LARGE);

        assertThat(fixture.parts()).hasSize(2);
        assertThat(fixture.simulator().requests(RequestKind.STATUS)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theConnectionIsNotUsedAgain(Line line, Rest rest) throws Exception {
        start(line);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(rest.with(503));

        fixture.assertArrived(fixture.upload("stallTimeout=1000&partSize=200MiB&parallelism=1", LARGE.bytes()), LARGE);

        List<String> connections = fixture.parts().stream()
                .map(part -> part.connectionId())
                .distinct()
                .toList();
        assertThat(connections).hasSize(2);
    }

    @Test
    void aSuccessBeforeTheBodysEndIsNotBelieved() throws Exception {
        start(Line.PLAIN);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.answerEarly(201, AFTER));

        fixture.assertArrived(fixture.upload("stallTimeout=1000&partSize=200MiB", LARGE.bytes()), LARGE);

        assertThat(fixture.parts()).hasSize(2);
    }

    @Test
    void aDelegatedPartIsRefusedDuringItsBody() throws Exception {
        start(Line.PLAIN);
        fixture.options().setApiKey(null);
        fixture.options().setUploadToken(fixture.simulator().createUploadToken(java.time.Duration.ZERO));
        fixture.simulator().faults().on(RequestKind.DELEGATED).then(Fault.answerEarly(413, AFTER));

        Exchange exchange = fixture.upload("stallTimeout=1000&partSize=200MiB", LARGE.bytes());

        assertThat(exchange.getException()).hasMessageContaining("413");
        assertThat(fixture.simulator().requests(RequestKind.DELEGATED)).hasSize(1);
    }

    @Test
    void aSinglePartIsRefusedDuringItsBody() throws Exception {
        start(Line.PLAIN);
        String videoId = fixture.template()
                .request("apivideo:createVideo?title=a", asked -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.answerEarly(413, AFTER));

        Exchange exchange = fixture.template()
                .request("apivideo:uploadPart?partNumber=1&videoId=" + videoId, asked -> asked.getMessage()
                        .setBody(LARGE.bytes()));

        assertThat(exchange.getException()).hasMessageContaining("413");
        assertThat(fixture.parts()).hasSize(1);
    }
}
