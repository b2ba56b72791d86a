// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.Map;
import org.apache.camel.Exchange;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MapOptionTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void entriesComeFromJsonTextAndFromOptionsOfTheirOwnWhichWin() {
        Exchange exchange = fixture.upload(
                "metadata=RAW({\"desk\": \"news & sport\", \"take\": 2})&metadata.take=3",
                TestVideo.of(10).bytes());

        assertThat(fixture.received(exchange).creation().get("metadata"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .contains(Map.of("key", "desk", "value", "news & sport"), Map.of("key", "take", "value", "3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"desk=news", "[\"desk\"]", "{\"desk\": {\"name\": \"news\"}}", "{\"desk\": null}", "null", "{"})
    void otherTextIsRefusedWithoutBeingRepeated(String text) {
        assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:upload?metadata=RAW(" + text + ")"))
                .rootCause()
                .hasMessage("metadata: is not a JSON object of texts, numbers and booleans; allowed are"
                        + " metadata.name=value, or text such as {\"name\": \"value\"}");
    }
}
