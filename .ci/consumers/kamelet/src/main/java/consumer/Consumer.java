// SPDX-License-Identifier: Apache-2.0
package consumer;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Uploads a video of 6 MiB by the Kamelet of the released component, and says what arrived. */
public final class Consumer extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:upload").to("kamelet:apivideo-upload-sink?title=released&partSize=5MiB");
    }

    public static void main(String[] args) throws Exception {
        byte[] bytes = new byte[6 * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
                DefaultCamelContext context = new DefaultCamelContext()) {
            Properties properties = new Properties();
            properties.putAll(Map.of(
                    "camel.kamelet.apivideo-upload-sink.apiKey", simulator.apiKey(),
                    "camel.kamelet.apivideo-upload-sink.baseUri",
                            simulator.baseUri().toString()));
            context.getPropertiesComponent().setInitialProperties(properties);
            context.addRoutes(new Consumer());
            context.start();
            Video video = context.createProducerTemplate().requestBody("direct:upload", bytes, Video.class);
            String received = simulator.video(video.videoId()).orElseThrow().sha256();
            if (!received.equals(expected)) {
                throw new IllegalStateException("sent " + expected + ", received " + received);
            }
            System.out.println("uploaded with a Kamelet, Camel " + context.getVersion() + ", component "
                    + Video.class.getPackage().getImplementationVersion());
        }
    }
}
