// SPDX-License-Identifier: Apache-2.0
package consumer;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Uploads a video of 6 MiB by the released starter, configured by Spring Boot, and says what arrived. Fails if the actuator
 * would show the key, and does not start if readiness cannot include Camel's health.
 */
@SpringBootApplication
public class Consumer {

    public static void main(String[] args) throws Exception {
        byte[] bytes = new byte[6 * 1024 * 1024];
        new Random(1).nextBytes(bytes);
        String expected = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
                ConfigurableApplicationContext application = SpringApplication.run(
                        Consumer.class,
                        "--camel.component.apivideo.api-key=" + simulator.apiKey(),
                        "--camel.component.apivideo.base-uri=" + simulator.baseUri(),
                        "--camel.component.apivideo.part-size=5MiB",
                        "--camel.health.producers-enabled=true",
                        "--management.endpoint.health.probes.enabled=true",
                        "--management.endpoint.health.group.readiness.include=readinessState,camelHealth")) {
            application.getBean("apiVideoSecretOptions", SanitizingFunction.class);
            Video video = application
                    .getBean(ProducerTemplate.class)
                    .requestBody("apivideo:upload?title=released", bytes, Video.class);
            String received = simulator.video(video.videoId()).orElseThrow().sha256();
            if (!received.equals(expected)) {
                throw new IllegalStateException("sent " + expected + ", received " + received);
            }
            CamelContext context = application.getBean(CamelContext.class);
            System.out.println("uploaded with Spring Boot " + SpringBootVersion.getVersion() + ", Camel "
                    + context.getVersion() + ", component "
                    + Video.class.getPackage().getImplementationVersion());
        }
    }
}
