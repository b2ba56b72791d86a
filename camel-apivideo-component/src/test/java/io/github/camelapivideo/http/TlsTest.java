// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TlsFront;
import io.github.camelapivideo.testsupport.TestVideo;
import java.net.URI;
import java.nio.file.Path;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private TlsFront front;

    @BeforeEach
    void start() throws Exception {
        front = TlsFront.before(fixture.simulator().baseUri().getPort(), folder);
        URI uri = front.uri();
        fixture.options().setBaseUri(uri.toString());
    }

    @AfterEach
    void stop() throws Exception {
        front.close();
    }

    @Test
    void aVideoGoesOverTlsToWhomSslContextParametersTrust() throws Exception {
        front.trustIn(fixture.context().getRegistry());
        TestVideo video = TestVideo.of(2 * TestVideo.PART + 100_001);
        String options = "partSize=5MiB&parallelism=2&http.sslContextParameters=#tls";

        fixture.assertArrived(fixture.upload(options, video.stream()), video);
        fixture.simulator().reset();
        fixture.assertArrived(fixture.upload(options, video.file(folder, "a.mp4")), video);
    }

    @Test
    void aPartThatAProxyRepeatsIsInItsVideoOnce() {
        front.trustIn(fixture.context().getRegistry());
        TestVideo video = TestVideo.of(2 * TestVideo.PART + 1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(3).then(Fault.repeatRequest());
        fixture.assertArrived(fixture.upload("partSize=5MiB&http.sslContextParameters=#tls", video.bytes()), video);
    }

    @Test
    @Timeout(60)
    void doesNotRetryAnUntrustedCertificate() {
        // A retry would come after the end of this test.
        Exchange exchange = fixture.upload(
                "retryDelay=600000&maxRetryDelay=600000", TestVideo.of(10).bytes());
        assertThat(exchange.getException())
                .isInstanceOf(ApiVideoException.class)
                .hasMessageContaining("unable to find valid certification path");
        assertThat(fixture.simulator().requests()).isEmpty();
    }
}
