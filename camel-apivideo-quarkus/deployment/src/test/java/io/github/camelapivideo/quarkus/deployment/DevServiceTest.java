// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Random;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DevServiceTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(archive -> archive.addClass(UploadRoute.class))
            .setLogRecordPredicate(record -> record.getMessage().contains("dev service"))
            .assertLogRecords(records -> assertThat(records).hasSize(1));

    @Inject
    ProducerTemplate template;

    @ConfigProperty(name = "camel.component.apivideo.base-uri")
    String baseUri;

    @Test
    void takesTheUploadsOfAnApplicationWithoutAKey() throws Exception {
        byte[] video = new byte[12 << 20];
        new Random(1).nextBytes(video);

        Exchange answer = template.request(
                "direct:upload", exchange -> exchange.getMessage().setBody(video));

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader("CamelApiVideoParts")).isEqualTo(3);
        String mp4 = answer.getMessage().getHeader("CamelApiVideoMp4Url", String.class);
        assertThat(mp4).startsWith(baseUri);
        assertThat(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(URI.create(mp4)).build(), BodyHandlers.ofByteArray())
                        .body())
                .isEqualTo(video);
    }
}
