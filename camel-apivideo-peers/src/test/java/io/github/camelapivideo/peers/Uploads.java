// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ReceivedVideo;
import io.github.camelapivideo.simulator.RecordedRequest;
import io.github.camelapivideo.simulator.RequestKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;

/** A Camel context that uploads to a server of its own. */
final class Uploads implements AutoCloseable {

    final ApiVideoSimulator simulator;
    final DefaultCamelContext context = new DefaultCamelContext();

    private Uploads(ApiVideoSimulator simulator) {
        this.simulator = simulator;
        ApiVideoConfiguration options =
                context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
        options.setApiKey(simulator.apiKey());
        options.setBaseUri(simulator.baseUri().toString());
        options.setPartSize("5MiB");
        options.setMaxRetries(0);
        context.getShutdownStrategy().setTimeout(5);
    }

    static Uploads start() throws IOException {
        Uploads uploads = new Uploads(ApiVideoSimulator.builder().start());
        uploads.context.start();
        return uploads;
    }

    /** Waits for the video and looks at every byte and every request of it. */
    void assertArrives(TestVideo video, boolean lengthKnown) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> simulator.videos().stream()
                .anyMatch(ReceivedVideo::complete));
        ReceivedVideo received = simulator.videos().get(0);
        assertThat(simulator.videos()).hasSize(1);
        assertThat(received.size()).isEqualTo(video.bytes().length);
        assertThat(received.sha256()).isEqualTo(video.sha256());
        List<RecordedRequest> parts = simulator.requests(RequestKind.SOURCE);
        assertThat(parts)
                .extracting(RecordedRequest::contentRange)
                .containsExactlyInAnyOrderElementsOf(ranges(video.parts(), lengthKnown));
        assertThat(simulator.requests()).as("a token, a container, the parts").hasSize(2 + video.parts());
        if (!lengthKnown && video.parts() > 1) {
            RecordedRequest last = parts.get(parts.size() - 1);
            assertThat(last.partNumber()).isEqualTo(video.parts());
            assertThat(parts.subList(0, parts.size() - 1))
                    .allSatisfy(part -> assertThat(part.finishedAt()).isBeforeOrEqualTo(last.startedAt()));
        }
    }

    private static List<String> ranges(int parts, boolean lengthKnown) {
        if (parts == 1) {
            return java.util.Collections.singletonList(null);
        }
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> "part " + part + "/" + (lengthKnown || part == parts ? parts : "*"))
                .toList();
    }

    @Override
    public void close() {
        context.stop();
        simulator.close();
    }
}
