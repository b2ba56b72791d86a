// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;

/** Asserts that an answer is a problem as the service documents them. */
public final class Problems {

    private Problems() {}

    public static void assertProblem(Client.Answer answer, int status, String slug) {
        assertThat(answer.text("type")).isEqualTo("https://docs.api.video/reference/" + slug);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).isNotBlank();
        assertThat(answer.body().has("name")).isTrue();
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        if (status == 400) {
            assertThat(StreamSupport.stream(answer.body().path("problems").spliterator(), false))
                    .first()
                    .satisfies(first -> assertThat(first.path("type").asText()).endsWith("/" + slug));
        }
    }

    public static void assertProblem(Client.Answer answer, int status, String slug, String name) {
        assertProblem(answer, status, slug);
        assertThat(answer.text("name")).isEqualTo(name);
    }
}
