// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.testsupport.ProductionProfile;
import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All settings of {@code docs/production} together; of those that several profiles have, the last one counts. */
class ProductionProfilesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(archive -> archive.addClass(UploadRoute.class)
                    .addAsResource(new StringAsset(profiles()), "application.properties"));

    @Inject
    ProducerTemplate template;

    @Test
    void theUploadKeyOfAProfileIsThatOfTheFile() {
        String video = upload("a.mp4");

        assertThat(upload("a.mp4")).isEqualTo(video);
        assertThat(upload("b.mp4")).isNotEqualTo(video);
    }

    private String upload(String file) {
        Exchange answer = template.request("direct:upload", exchange -> {
            exchange.getMessage().setBody(new byte[10]);
            exchange.getMessage().setHeader(Exchange.FILE_NAME, file);
            exchange.getMessage().setHeader(Exchange.FILE_LENGTH, 10L);
        });
        assertThat(answer.getException()).isNull();
        return answer.getMessage().getHeader("CamelApiVideoId", String.class);
    }

    private static String profiles() {
        try {
            return ProductionProfile.all(Path.of("..", "..")).stream()
                    .map(ProductionProfile::text)
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
