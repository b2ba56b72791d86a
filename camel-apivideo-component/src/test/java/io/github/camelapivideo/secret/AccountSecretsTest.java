// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.account.LiveStream;
import io.github.camelapivideo.api.account.UploadToken;
import io.github.camelapivideo.api.account.Webhook;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TracedLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials that the account's resources have are not logged, not even at TRACE, and are in no exception. */
class AccountSecretsTest {

    private static final String OWN_CONNECTIONS = "http.logHttpActivity=true&http.clientConnectionManager=#own";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @RegisterExtension
    final TracedLog log = new TracedLog();

    private Exchange call(String operation, String options, String header, Object value) {
        Exchange exchange = fixture.template()
                .request(
                        "apivideo:" + operation + "?maxRetries=1&retryDelay=1&" + options,
                        message -> message.getMessage().setHeaders(Map.of(header, value)));
        log.add(String.valueOf(exchange.getMessage().getBody()));
        if (exchange.getException() != null) {
            StringWriter text = new StringWriter();
            exchange.getException().printStackTrace(new PrintWriter(text));
            log.add(text.toString());
        }
        return exchange;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"authentication=bearer", "authentication=basic", "http.logHttpActivity=true", OWN_CONNECTIONS})
    void noUploadTokenIsLoggedOrThrown(String options) throws Exception {
        // A connection manager of the application logs what is on the wire; a warning says so.
        log.leave(logger -> options.equals(OWN_CONNECTIONS) && logger.startsWith("org.apache.hc.client5"));
        String token;
        try (PoolingHttpClientConnectionManager own = new PoolingHttpClientConnectionManager()) {
            fixture.context().getRegistry().bind("own", own);
            token = call("createUploadToken", options, "no", "header")
                    .getMessage()
                    .getBody(UploadToken.class)
                    .token();
            for (Fault fault : List.of(Fault.none(), Fault.status(503), Fault.loseAnswer(), Fault.truncateAnswer())) {
                fixture.simulator()
                        .faults()
                        .on(RequestKind.UPLOAD_TOKENS)
                        .times(1)
                        .then(fault);
                call("getUploadToken", options, ApiVideoConstants.UPLOAD_TOKEN, token);
            }
            call("getUploadToken", options, ApiVideoConstants.UPLOAD_TOKEN, token + "/");
            call("deleteUploadToken", options, ApiVideoConstants.UPLOAD_TOKEN, token);
            Exchange gone = call("getUploadToken", options, ApiVideoConstants.UPLOAD_TOKEN, token);
            assertThat(gone.getException()).hasMessageContaining("404");
            fixture.simulator().close();
            call("getUploadToken", options, ApiVideoConstants.UPLOAD_TOKEN, token);
        }
        assertThat(log.lines()).hasSizeGreaterThan(100).noneMatch(line -> line.contains(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authentication=bearer", "http.logHttpActivity=true"})
    void noTokenOfAPrivateVideoIsLogged(String options) {
        Object videoId = call("createVideo", options + "&public=false", "no", "header")
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID);
        Video read = call("getVideo", options, ApiVideoConstants.VIDEO_ID, videoId)
                .getMessage()
                .getBody(Video.class);
        List<?> listed =
                call("listVideos", options, "no", "header").getMessage().getBody(List.class);
        for (Video video : List.of(read, (Video) listed.get(0))) {
            String token = video.assets().player().replaceFirst(".*token=", "");
            assertThat(token).hasSizeGreaterThan(10);
            assertThat(log.lines()).hasSizeGreaterThan(100).noneMatch(line -> line.contains(token));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"authentication=bearer", "http.logHttpActivity=true"})
    void noStreamKeyAndNoSecretOfAWebhookIsLoggedOrThrown(String options) {
        String others = "streamKeyOfAnotherService";
        Exchange created = call("createLiveStream", options + "&name=Show", "no", "header");
        LiveStream stream = created.getMessage().getBody(LiveStream.class);
        Webhook webhook = call(
                        "createWebhook",
                        options + "&webhookUrl=http://localhost:1/hook",
                        ApiVideoConstants.EVENTS,
                        "video.summary.generated")
                .getMessage()
                .getBody(Webhook.class);
        Exchange updated = fixture.template()
                .request(
                        "apivideo:updateLiveStream?liveStreamId=" + stream.liveStreamId() + "&" + options,
                        exchange -> exchange.getMessage()
                                .setBody(
                                        "{\"restreams\": [{\"name\": \"a\", \"serverUrl\": \"rtmp://h/a\", \"streamKey\": \""
                                                + others + "\"}]}"));
        assertThat(updated.getException()).isNull();
        for (Fault fault : List.of(Fault.none(), Fault.status(503), Fault.truncateAnswer(), Fault.status(400))) {
            fixture.simulator().faults().on(RequestKind.LIVE_STREAMS).times(1).then(fault);
            call("listLiveStreams", options, ApiVideoConstants.STREAM_KEY, stream.streamKey());
            call("getLiveStream", options, ApiVideoConstants.LIVE_STREAM_ID, stream.liveStreamId());
            fixture.simulator().faults().on(RequestKind.WEBHOOKS).times(1).then(fault);
            call("listWebhooks", options, "no", "header");
            call("getWebhook", options, ApiVideoConstants.WEBHOOK_ID, webhook.webhookId());
        }
        assertThat(log.lines()).hasSizeGreaterThan(100);
        for (String secret : List.of(stream.streamKey(), webhook.signatureSecret(), others)) {
            assertThat(log.lines()).as(secret).noneMatch(line -> line.contains(secret));
        }
    }
}
