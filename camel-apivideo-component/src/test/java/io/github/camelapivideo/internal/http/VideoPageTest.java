// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.VideoPage;
import io.github.camelapivideo.internal.container.VideoRequests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which page of a search is the last, by what the service answers. */
class VideoPageTest {

    private static VideoPage page(String json) throws IOException {
        return VideoJson.answer(json.getBytes(StandardCharsets.UTF_8), VideoPage.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":3}}   | false
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":"3"}} | false
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":2}}   | true
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":0}}   | true
                    {"data":[{"videoId":"a"}],"pagination":{"pagesTotal":[]}}  | true
                    {"data":[{"videoId":"a"}],"pagination":[]}                 | true
                    {"data":[{"videoId":"a"}]}                                 | true
                    {"data":[],"pagination":{"pagesTotal":9}}                  | true
                    """)
    void knowsTheLastPageWithoutBeingToldHowManyThereAre(String json, boolean last) throws IOException {
        assertThat(VideoRequests.isLast(page(json), 2)).isEqualTo(last);
    }

    @Test
    void looksAtAnotherPageWhereAFullOneIsNotSaidToBeTheLast() throws IOException {
        String full = "{\"videoId\":\"a\"},".repeat(99) + "{\"videoId\":\"b\"}";
        VideoPage page = page("{\"data\":[" + full + "]}");
        assertThat(VideoRequests.isLast(page, 2)).isFalse();
        assertThat(VideoRequests.isLast(page, 1000)).isTrue();
    }
}
