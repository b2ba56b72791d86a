// SPDX-License-Identifier: Apache-2.0
package consumer;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.dsl.ApiVideoEndpointBuilderFactory.ApiVideoBuilders;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Uploads a video of 6 MiB by the released artifacts, and says what arrived. */
public final class Consumer extends EndpointRouteBuilder implements ApiVideoBuilders {

    private final ApiVideoSimulator simulator;

    private Consumer(ApiVideoSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void configure() {
        from(direct("upload"))
                .to(apivideo("upload")
                        .apiKey(simulator.apiKey())
                        .title("released")
                        .partSize("5MiB")
                        .advanced()
                        .baseUri(simulator.baseUri().toString()));
    }

    public static void main(String[] args) throws Exception {
        byte[] bytes = new byte[6 * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(new Consumer(simulator));
            context.start();
            Video video = context.createProducerTemplate().requestBody("direct:upload", bytes, Video.class);
            String received = simulator.video(video.videoId()).orElseThrow().sha256();
            if (!received.equals(expected)) {
                throw new IllegalStateException("sent " + expected + ", received " + received);
            }
            System.out.println("uploaded with Camel " + context.getVersion() + ", component "
                    + Video.class.getPackage().getImplementationVersion());
        }
    }
}
