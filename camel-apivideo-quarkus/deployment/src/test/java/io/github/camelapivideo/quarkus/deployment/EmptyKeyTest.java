// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import jakarta.inject.Inject;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmptyKeyTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(archive -> archive.addClass(UploadRoute.class))
            .overrideConfigKey("camel.component.apivideo.api-key", "${A_KEY_THAT_NOBODY_SETS:}");

    @Inject
    ProducerTemplate template;

    @Test
    void isNoKey() {
        Exchange answer = template.request(
                "direct:upload", exchange -> exchange.getMessage().setBody(new byte[1]));

        assertThat(answer.getException()).isNull();
        assertThat(answer.getMessage().getHeader("CamelApiVideoMp4Url", String.class))
                .startsWith("http://127.0.0.1:");
    }
}
