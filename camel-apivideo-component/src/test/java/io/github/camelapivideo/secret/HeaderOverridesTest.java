// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.util.ReflectionHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sender of a message may decide, and what not. */
class HeaderOverridesTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    /** Every header that the component knows, with a value that would be noticed. */
    private static Map<String, Object> everyHeader() throws Exception {
        Map<String, Object> headers = new HashMap<>();
        for (var constant : ApiVideoConstants.class.getFields()) {
            headers.put((String) constant.get(null), "viEvil");
        }
        assertThat(headers).hasSizeGreaterThan(20);
        return headers;
    }

    @Test
    void switchedOffNoHeaderOfTheMessageChoosesAnything() throws Exception {
        TestVideo video = TestVideo.of(10);
        Exchange exchange =
                fixture.upload("allowHeaderOverrides=false&title=ours&uploadKey=ours", video.bytes(), everyHeader());
        fixture.assertArrived(exchange, video);
        ReceivedVideo received = fixture.received(exchange);
        assertThat(received.title()).isEqualTo("ours");
        assertThat(received.creation().toString()).doesNotContain("viEvil");
        assertThat(fixture.parts().get(0).fileName()).isEqualTo("video");
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)).isEqualTo(received.videoId());
    }

    @Test
    void withAnUploadTokenToo() throws Exception {
        fixture.options().setUploadToken(fixture.simulator().createUploadToken(java.time.Duration.ZERO));
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("allowHeaderOverrides=false", video.bytes(), everyHeader()), video);
    }

    @Test
    void credentialsTheServiceAndHttpAreNeverChosenByHeaders() {
        Map<String, Object> headers = new HashMap<>();
        for (var field : ApiVideoConfiguration.class.getDeclaredFields()) {
            String name = field.getName();
            headers.put("CamelApiVideo" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "X", "evil");
        }
        for (String name : new String[] {
            "ApiKey",
            "BaseUri",
            "Environment",
            "AllowInsecureHttp",
            "Authentication",
            "UploadToken",
            "Http",
            "OnFailure",
            "PartSize",
            "Parallelism",
            "MaxRetries",
            "Operation",
            "Source"
        }) {
            headers.put("CamelApiVideo" + name, "http://evil.example");
            headers.put(name, "http://evil.example");
            headers.put("apivideo." + name, "http://evil.example");
        }
        headers.put(Exchange.HTTP_URI, "http://evil.example");
        headers.put(Exchange.HTTP_PATH, "/evil");
        headers.put(Exchange.HTTP_QUERY, "evil=1");
        headers.put(Exchange.HTTP_METHOD, "DELETE");
        headers.put("Authorization", "Bearer evil");
        headers.put("CamelHttpProxyHost", "evil.example");
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(fixture.upload("", video.bytes(), headers), video);
        assertThat(fixture.simulator().requests())
                .hasSize(3)
                .allSatisfy(request -> assertThat(request.headers().toString()).doesNotContain("evil"));
    }

    @Test
    void everyHeaderHasThePrefixThatTheFiltersOfConsumersKnow() throws Exception {
        assertThat(everyHeader().keySet()).allMatch(name -> name.startsWith("CamelApiVideo"));
    }

    @Test
    void noHeaderIsNamedAfterACredentialOrTheWayToTheService() {
        // CamelApiVideoUploadToken names a token that is shown or deleted; it opens nothing.
        ReflectionHelper.doWithFields(ApiVideoConstants.class, field -> assertThat(
                        (String) ReflectionHelper.getField(field, null))
                .satisfiesAnyOf(
                        name -> assertThat(name).isEqualTo(ApiVideoConstants.UPLOAD_TOKEN), name -> assertThat(name)
                                .doesNotContainIgnoringCase("apiKey")
                                .doesNotContainIgnoringCase("token")
                                .doesNotContainIgnoringCase("baseUri")
                                .doesNotContainIgnoringCase("environment")
                                .doesNotContainIgnoringCase("http")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"camel-apivideo-key", "camel-apivideo-upload", "Camel-ApiVideo-Key", " camel-apivideo-length"})
    void refusesMetadataThatLooksLikeTheComponentsOwn(String key) throws Exception {
        Metadata entry = new Metadata(key, "planted");
        for (String operation : List.of("createVideo", "upload", "upload?uploadKey=k")) {
            for (Map<String, Object> headers : List.<Map<String, Object>>of(
                    Map.of(ApiVideoConstants.METADATA, Map.of(key, "planted")),
                    Map.of(ApiVideoConstants.METADATA, List.of(Map.of("key", key, "value", "planted"))),
                    Map.of(ApiVideoConstants.CREATION, Map.of("metadata", Map.of(key, "planted"))),
                    Map.of(ApiVideoConstants.CREATION, VideoCreation.titled("x").withMetadata(List.of(entry))))) {
                assertPlantsNothing(fixture.template().request("apivideo:" + operation, exchange -> {
                    exchange.getMessage().setBody("x");
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                }));
            }
        }
        fixture.options().getMetadata().put(key, "planted");
        for (String operation : List.of("createVideo", "upload")) {
            assertPlantsNothing(
                    fixture.template().request("apivideo:" + operation + "?title=x", exchange -> exchange.getMessage()
                            .setBody("x")));
        }
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    private static void assertPlantsNothing(Exchange exchange) {
        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("are the component's own; choose another");
    }
}
