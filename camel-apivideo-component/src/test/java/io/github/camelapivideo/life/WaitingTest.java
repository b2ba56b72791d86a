// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.life;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each step of a request waits as long as its own option says. */
@Timeout(60)
class WaitingTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> sockets = new ArrayList<>();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void stop() throws Exception {
        threads.shutdownNow();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private String failure(String scheme, ServerSocket server, String options) {
        fixture.options().setBaseUri(scheme + "://127.0.0.1:" + server.getLocalPort());
        Exchange exchange =
                fixture.upload(options + "maxRetries=0", TestVideo.of(10).bytes());
        assertThat(exchange.getException()).isNotNull();
        return exchange.getException().getMessage();
    }

    private static ServerSocket server(int backlog) throws IOException {
        return new ServerSocket(0, backlog, InetAddress.getByName("127.0.0.1"));
    }

    @Test
    void whatAProxyTakesAtOnceAndSendsOnSlowlyIsSentOnce() throws Exception {
        TestVideo video = TestVideo.of(4 * PART);
        try (BufferingProxy proxy =
                new BufferingProxy(fixture.simulator().baseUri().getPort(), 2L * PART)) {
            fixture.options().setBaseUri(proxy.uri().toString());
            fixture.assertArrived(fixture.upload("stallTimeout=300&partSize=5MiB&parallelism=4", video.bytes()), video);
        }
        assertThat(fixture.parts()).hasSize(4);
        assertThat(fixture.simulator().requests(RequestKind.STATUS)).isEmpty();
    }

    @Test
    void givesUpABodyThatIsNoLongerReadAfterTheStallTimeout() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.stallDuringBody(1000));
        Exchange exchange = fixture.upload(
                "maxRetries=0&stallTimeout=300", TestVideo.of(6L * PART).bytes());
        assertThat(exchange.getException())
                .hasMessageContaining("the connection accepted no bytes for 300 ms (stallTimeout)");
    }

    @Test
    void anAnswerThatDoesNotComeIsGivenUpAfterTheAnswerTimeout() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.stallBeforeProcessing());
        Exchange exchange = fixture.upload(
                "maxRetries=0&answerTimeout=300", TestVideo.of(10).bytes());
        assertThat(exchange.getException()).hasMessageContaining("no answer for 300 ms (answerTimeout)");
    }

    @Test
    void anAnswerThatTricklesHasToBeThereWholeInTheSameTime() {
        fixture.upload("", TestVideo.of(10).bytes());
        fixture.simulator().faults().on(RequestKind.STATUS).then(Fault.trickleAnswer(Duration.ofMillis(50)));
        String videoId = fixture.simulator().videos().get(0).videoId();
        Exchange exchange = fixture.template()
                .send("apivideo:getStatus?maxRetries=0&answerTimeout=400&videoId=" + videoId, status -> {});
        assertThat(exchange.getException()).hasMessageContaining("(answerTimeout)");
    }

    @Test
    void aHandshakeThatIsNeverAnsweredIsGivenUp() throws Exception {
        try (ServerSocket silent = server(50)) {
            assertThat(failure("https", silent, "connectTimeout=300&")).contains("(connectTimeout)");
        }
    }

    @Test
    void aHandshakeThatTricklesIsGivenUp() throws Exception {
        try (ServerSocket slow = server(50)) {
            threads.submit(() -> {
                Socket socket = slow.accept();
                sockets.add(socket);
                // The head of a record of TLS, whose bytes then come one by one.
                socket.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
                while (true) {
                    TimeUnit.MILLISECONDS.sleep(50);
                    socket.getOutputStream().write(1);
                }
            });
            assertThat(failure("https", slow, "connectTimeout=300&"))
                    .contains("no connection for 600 ms (twice connectTimeout)");
        }
    }

    @Test
    void aProxyThatMakesNoTunnelIsGivenUp() throws Exception {
        try (ServerSocket proxy = server(50)) {
            assertThat(failure(
                            "https",
                            proxy,
                            "connectTimeout=300&http.proxyAuthScheme=http&http.proxyHost=127.0.0.1&http.proxyPort="
                                    + proxy.getLocalPort() + "&"))
                    .contains("no connection for 600 ms (twice connectTimeout)");
        }
    }

    @Test
    void givesUpAServerThatAcceptsNoMoreConnections() throws Exception {
        try (ServerSocket full = server(1)) {
            fill(full);
            assertThat(failure("http", full, "connectTimeout=300&")).contains("(connectTimeout)");
        }
    }

    private void fill(ServerSocket server) {
        try {
            while (sockets.size() < 100) {
                Socket socket = new Socket();
                sockets.add(socket);
                socket.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()), 100);
            }
        } catch (IOException e) {
            // It is full.
        }
    }

    @Test
    void aTimeoutOfTheHttpClientIsNamedByItsOwnOption() throws Exception {
        try (ServerSocket silent = server(50)) {
            assertThat(failure("https", silent, "http.connectTimeout=300&")).contains("(http.connectTimeout)");
            assertThat(failure("http", silent, "http.soTimeout=300&"))
                    .contains("Read timed out (http.responseTimeout, http.soTimeout)");
        }
    }

    @Test
    void aTimeoutOfTheHttpComponentIsKept() throws Exception {
        fixture.context().getComponent("http", HttpComponent.class).setSoTimeout(300);
        try (ServerSocket silent = server(50)) {
            assertThat(failure("http", silent, "")).contains("Read timed out (http.responseTimeout, http.soTimeout)");
        }
    }
}
