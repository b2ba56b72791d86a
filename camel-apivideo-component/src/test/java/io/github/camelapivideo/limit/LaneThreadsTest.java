// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.Exchange;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LaneThreadsTest {

    private static final boolean VIRTUAL = Boolean.getBoolean("camel.threads.virtual.enabled")
            && Runtime.version().feature() >= 21;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void aBodyIsReadByThreadsOfTheKindThatCamelWasAskedFor() {
        Set<Thread> readers = ConcurrentHashMap.newKeySet();
        InputStream body = new ByteArrayInputStream(TestVideo.of(10).bytes()) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                readers.add(Thread.currentThread());
                return super.read(into, offset, length);
            }
        };

        fixture.template().requestBody("apivideo:upload", body);

        assertThat(readers).isNotEmpty().doesNotContain(Thread.currentThread());
        assertThat(readers).allSatisfy(reader -> assertThat(reader.toString().startsWith("VirtualThread"))
                .isEqualTo(VIRTUAL));
    }

    @Test
    void theRequestsOfASmallVideoAreSentByOneThread() {
        List<Thread> senders = recordSenders();
        String upload = "apivideo:upload?http.httpClientConfigurer=#senders";
        fixture.template().requestBody(upload, TestVideo.of(10).bytes());
        senders.clear();

        // The access token is there now.
        fixture.template().requestBody(upload, TestVideo.of(10).bytes());

        assertThat(senders).hasSize(2);
        assertThat(senders.get(1)).isSameAs(senders.get(0));
    }

    @Test
    void theRequestsOfAPartThatIsSentForItsOwnAreSentByOneThread() {
        List<Thread> senders = recordSenders();
        String client = "http.httpClientConfigurer=#senders";
        Exchange created = fixture.template().request("apivideo:createVideo?title=parts&" + client, exchange -> {});
        String videoId = created.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        senders.clear();

        // The question whether the service has the part, and the part.
        fixture.template()
                .requestBody(
                        "apivideo:uploadPart?partNumber=1&totalParts=2&videoId=" + videoId + "&" + client,
                        TestVideo.of(TestVideo.PART).bytes());

        assertThat(senders).hasSize(2);
        assertThat(senders.get(1)).isSameAs(senders.get(0));
    }

    private List<Thread> recordSenders() {
        List<Thread> senders = new CopyOnWriteArrayList<>();
        HttpClientConfigurer recorder = client ->
                client.addRequestInterceptorLast((request, entity, context) -> senders.add(Thread.currentThread()));
        fixture.context().getRegistry().bind("senders", recorder);
        return senders;
    }
}
