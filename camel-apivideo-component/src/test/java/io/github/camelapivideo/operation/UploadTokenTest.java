// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.account.UploadToken;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Upload tokens are created, shown and deleted, and no message contains one. */
class UploadTokenTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange call(String operation, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody("an earlier body");
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    private UploadToken created(String options, Map<String, Object> headers) {
        Exchange exchange = call("createUploadToken" + options, headers);
        assertThat(exchange.getException()).isNull();
        return exchange.getMessage().getBody(UploadToken.class);
    }

    private static Map<String, Object> named(String token) {
        return Map.of(ApiVideoConstants.UPLOAD_TOKEN, token);
    }

    @Test
    void aNewTokenOpensAnUploadAndNeverExpires() {
        UploadToken token = created("", Map.of());
        assertThat(token.ttl()).isZero();
        assertThat(token.expiresAt()).isNull();
        TestVideo video = TestVideo.of(10);
        fixture.options().setUploadToken(token.token());
        fixture.assertArrived(fixture.upload("", video.bytes()), video);
    }

    @Test
    void theOptionAndTheHeaderSayHowLongATokenLives() {
        assertThat(created("?ttl=60", Map.of()).ttl()).isEqualTo(60);
        UploadToken token = created("?ttl=60", Map.of(ApiVideoConstants.TTL, 90));
        assertThat(token.ttl()).isEqualTo(90);
        assertThat(token.expiresAt()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "2147483648", "99999999999", "soon"})
    void aLifeThatNoTokenHasIsRefused(String ttl) {
        assertThat(call("createUploadToken", Map.of(ApiVideoConstants.TTL, ttl)).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ttl=" + ttl + ": allowed is a whole number of seconds from 0, for a token that never"
                        + " expires, to 2147483647");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void theHeaderNamesTheTokenThatIsShown() {
        UploadToken token = created("?ttl=60", Map.of());
        Exchange exchange = call("getUploadToken", named(token.token()));
        assertThat(exchange.getMessage().getBody(UploadToken.class)).isEqualTo(token);
    }

    @Test
    void theHeaderNamesTheTokenThatIsDeletedAndGoesWithIt() {
        String token = created("", Map.of()).token();

        Exchange exchange = call("deleteUploadToken", named(token));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).isEqualTo("an earlier body");
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.UPLOAD_TOKEN))
                .isNull();
        assertThat(call("getUploadToken", named(token))
                        .getException(ApiVideoException.class)
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void aDeletionWhoseAnswerIsLostIsDone() {
        String token = created("", Map.of()).token();
        fixture.simulator().faults().on(RequestKind.UPLOAD_TOKENS).times(1).then(Fault.loseAnswer());
        assertThat(call("deleteUploadToken", named(token)).getException()).isNull();
    }

    @Test
    void aCreationWhoseAnswerIsLostIsNotRepeated() {
        fixture.simulator().faults().on(RequestKind.UPLOAD_TOKENS).times(1).then(Fault.loseAnswer());
        assertThat(call("createUploadToken", Map.of()).getException())
                .isInstanceOf(ApiVideoException.InDoubt.class)
                .hasMessageStartingWith("Creating an upload token may have worked, although its answer is missing.")
                .hasMessageContaining("Look for it with listUploadTokens");
        assertThat(fixture.simulator().requests(RequestKind.UPLOAD_TOKENS)).hasSize(1);
    }

    @Test
    void aCreationThatTheServiceDidNotCarryOutIsRepeated() {
        fixture.simulator().faults().on(RequestKind.UPLOAD_TOKENS).times(2).then(Fault.tooManyRequests());
        assertThat(created("", Map.of()).token()).isNotEmpty();
    }

    @Test
    void onlyTheJsonContainsTheToken() throws Exception {
        UploadToken token = created("", Map.of());
        assertThat(token.toString()).contains("***").doesNotContain(token.token());
        String json = fixture.context().getTypeConverter().convertTo(String.class, token);
        assertThat(new ObjectMapper().readTree(json).get("token").asText()).isEqualTo(token.token());
    }

    @ParameterizedTest
    @CsvSource({"getUploadToken,..", "getUploadToken,to/../x", "deleteUploadToken,to%2F", "deleteUploadToken,to 1"})
    void aTextThatIsNoTokenIsRefusedAndNotRepeated(String operation, String text) {
        assertThat(call(operation, named(text)).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Header CamelApiVideoUploadToken: has characters that no upload token has; allowed are"
                        + " letters, digits, - and _");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"getUploadToken", "deleteUploadToken"})
    void aTokenThatIsNotNamedIsMissing(String operation) {
        String missing = "uploadToken: is missing; set the header CamelApiVideoUploadToken";
        assertThat(call(operation, Map.of()).getException()).hasMessage(missing);
        assertThat(call(operation + "?allowHeaderOverrides=false", named("to1")).getException())
                .hasMessage(missing + "; allowHeaderOverrides=false reads no header");
    }

    @Test
    void theOptionUploadTokenOpensNoOperationOfTheAccount() {
        String token = fixture.simulator().createUploadToken(Duration.ZERO);
        assertThatThrownBy(() -> fixture.template()
                        .requestBody("apivideo:deleteUploadToken?uploadToken=" + token, (Object) null))
                .hasStackTraceContaining("needs an apiKey")
                .satisfies(failure ->
                        assertThat(String.valueOf(failure.getMessage())).doesNotContain(token));
    }
}
