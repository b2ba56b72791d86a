// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.polling;

import static io.github.camelapivideo.polling.PollingFixture.PATIENCE;
import static io.github.camelapivideo.polling.PollingFixture.awaitIds;
import static io.github.camelapivideo.polling.PollingFixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Polls of several processes with one memory: after one another, or at the same time. */
class SharedPollsTest {

    @RegisterExtension
    final PollingFixture polling = new PollingFixture();

    /** Another process that polls the same account. */
    private DefaultCamelContext process(IdempotentRepository repository) {
        DefaultCamelContext context = new DefaultCamelContext();
        ApiVideoConfiguration options =
                context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
        options.setApiKey(polling.service().apiKey());
        options.setBaseUri(polling.service().baseUri().toString());
        context.getRegistry().bind("memory", repository);
        context.start();
        return context;
    }

    private static MockEndpoint poll(DefaultCamelContext context, String options) throws Exception {
        return PollingFixture.poll(context, "idempotentRepository=#memory&" + options, exchange -> {});
    }

    @Test
    void anotherProcessWithTheSameMemoryMissesNothingAndRepeatsNothing(@TempDir Path folder) throws Exception {
        List<String> before = polling.create(3);
        try (DefaultCamelContext first = process(file(folder))) {
            awaitIds(poll(first, "since=PT1H"), before);
        }
        List<String> meanwhile = polling.create(2);
        try (DefaultCamelContext second = process(file(folder))) {
            MockEndpoint videos = poll(second, "since=PT1H");
            awaitIds(videos, meanwhile);
            polling.awaitLists(2);
            assertThat(ids(videos)).isEqualTo(meanwhile);
        }
    }

    @Test
    void noStatusIsAskedOfAVideoThatAnEarlierProcessHasHad(@TempDir Path folder) throws Exception {
        String had = upload();
        try (DefaultCamelContext first = process(file(folder))) {
            awaitIds(poll(first, "emit=playable&since=beginning"), List.of(had));
        }
        String other = upload();
        try (DefaultCamelContext second = process(file(folder))) {
            awaitIds(poll(second, "emit=playable&since=beginning"), List.of(other));
        }
        assertThat(polling.service().requests(RequestKind.STATUS).stream()
                        .filter(request -> had.equals(request.videoId())))
                .hasSize(1);
    }

    private String upload() {
        return polling.apiVideo()
                .received(polling.apiVideo().upload("", TestVideo.of(10).bytes()))
                .videoId();
    }

    private static IdempotentRepository file(Path folder) throws IOException {
        return FileIdempotentRepository.fileIdempotentRepository(
                folder.resolve("memory").toFile(), 1000, 1 << 20);
    }

    @Test
    void twoNodesGetEachVideoOnce() throws Exception {
        List<String> created = polling.create(12);
        IdempotentRepository shared = MemoryIdempotentRepository.memoryIdempotentRepository(1000);
        try (DefaultCamelContext one = process(shared);
                DefaultCamelContext other = process(shared)) {
            MockEndpoint ofOne = poll(one, "since=beginning&maxMessagesPerPoll=1");
            MockEndpoint ofOther = poll(other, "since=beginning&maxMessagesPerPoll=1");
            await().atMost(PATIENCE).until(() -> ofOne.getReceivedCounter() + ofOther.getReceivedCounter() >= 12);
            polling.awaitLists(4);
            List<String> all = new ArrayList<>(ids(ofOne));
            all.addAll(ids(ofOther));
            assertThat(all).containsExactlyInAnyOrderElementsOf(created);
        }
    }
}
