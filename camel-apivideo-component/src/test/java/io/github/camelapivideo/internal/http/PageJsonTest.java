// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.call.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which page of a list is the last, by what the service answers. */
class PageJsonTest {

    private static Page<Video> page(String json) throws IOException {
        return PageJson.read(json.getBytes(StandardCharsets.UTF_8), Video.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":3}}                            | false
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":"3"}}                          | false
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":2}}                            | true
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":0}}                            | true
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":[]}}                           | true
                    {"data":[{"videoId":"a"}],"pagination":[]}                                          | true
                    {"data":[{"videoId":"a"}]}                                                          | true
                    {"data":[],"pagination":{"pagesTotal":9}}                                           | true
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":9,"links":[{"rel":"self"}]}}   | true
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":9,"links":[{"rel":"next"}]}}   | false
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":2,"links":[{"rel":"next"}]}}   | true
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":9,"links":{"rel":"next"}}}     | false
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":9,"links":{"self":"/videos"}}} | false
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":9,"links":[]}}                 | false
                    """)
    void knowsTheLastPageWithoutBeingToldHowManyThereAre(String json, boolean last) throws IOException {
        assertThat(page(json).isLast(2, 100)).isEqualTo(last);
    }

    @Test
    void looksAtAnotherPageWhereAFullOneIsNotSaidToBeTheLast() throws IOException {
        String full = "{\"videoId\":\"a\"},".repeat(99) + "{\"videoId\":\"b\"}";
        assertThat(page("{\"data\":[" + full + "]}").isLast(2, 100)).isFalse();
    }

    @Test
    void readsTheLengthOfTheListWhereTheServiceSaysIt() throws IOException {
        Page<Video> page = page("{\"data\":[],\"pagination\":{\"itemsTotal\":5000000000,\"pagesTotal\":7}}");
        assertThat(page.itemsTotal()).isEqualTo(5_000_000_000L);
        assertThat(page.pagesTotal()).isEqualTo(7);
        assertThat(page("{\"data\":[]}").itemsTotal()).isNull();
    }
}
