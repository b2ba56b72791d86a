// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.ConsumerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A route whose secret is a property of the application. */
@QuarkusTest
@QuarkusTestResource(SimulatorResource.class)
class SignedDeliveriesTest {

    @Inject
    ConsumerTemplate routes;

    @ConfigProperty(name = "application.url")
    URI url;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=ISO-8859-1",
                "text/plain",
                "application/octet-stream"
            })
    void theServerDoesNotChangeTheBytesThatAreSigned(String contentType) throws Exception {
        String body = "{ \"type\": \"video.renamed\", \"title\": \"Été à 東京\", \"as\": \"" + contentType + "\" }";

        assertThat(deliver(body, contentType, "another")).isEqualTo(403);
        assertThat(deliver(body, contentType, SimulatorResource.SECRET)).isEqualTo(202);

        assertThat(routes.receiveBody("seda:signed", 20_000, String.class)).isEqualTo(body);
        assertThat(routes.receiveNoWait("seda:signed")).isNull();
    }

    private int deliver(String body, String contentType, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(url.resolve("/apivideo/events"))
                .header("Content-Type", contentType)
                .header("X-Api-Video-Signature", HexFormat.of().formatHex(mac.doFinal(bytes)))
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
