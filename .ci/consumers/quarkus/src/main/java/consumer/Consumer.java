// SPDX-License-Identifier: Apache-2.0
package consumer;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.quarkus.core.CamelRuntime;

/** Uploads a video of 6 MiB by the released extension, configured by Quarkus, and says what arrived. */
@QuarkusMain
public class Consumer implements QuarkusApplication {

    private static ApiVideoSimulator simulator;

    @Inject
    CamelRuntime camel;

    @Inject
    ProducerTemplate template;

    public static void main(String[] args) throws Exception {
        simulator = ApiVideoSimulator.builder().start();
        System.setProperty("simulator.api-key", simulator.apiKey());
        System.setProperty("simulator.base-uri", simulator.baseUri().toString());
        Quarkus.run(Consumer.class);
    }

    @Override
    public int run(String... args) throws Exception {
        camel.start(args);
        byte[] bytes = new byte[6 * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Video video = template.requestBody("apivideo:upload?title=released", bytes, Video.class);
        String received = simulator.video(video.videoId()).orElseThrow().sha256();
        if (!received.equals(expected)) {
            throw new IllegalStateException("sent " + expected + ", received " + received);
        }
        System.out.println("uploaded with Quarkus " + Quarkus.class.getPackage().getImplementationVersion() + ", Camel "
                + camel.getCamelContext().getVersion() + ", component " + Video.class.getPackage().getImplementationVersion());
        return 0;
    }
}
