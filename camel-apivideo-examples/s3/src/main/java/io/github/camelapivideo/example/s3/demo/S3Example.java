// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.s3.demo;

import io.github.camelapivideo.example.clips.PlayerPages;
import io.github.camelapivideo.peers.S3Peer;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.main.Main;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Runs the route: until Ctrl-C with the bucket that the environment names, otherwise until two videos of a bucket in this
 * process are uploaded.
 */
public final class S3Example {

    private static final List<String> VIDEOS = List.of("bars.mp4", "mandelbrot.mp4");

    private S3Example() {}

    /** @param args none; see {@code application.properties} */
    public static void main(String[] args) throws Exception {
        if (!run()) {
            System.exit(1);
        }
    }

    /** Returns false if a video of the server in this process was not uploaded. Everything is closed then. */
    private static boolean run() throws Exception {
        Main camel = new Main();
        try (S3Peer bucket = isSet("S3_BUCKET") ? null : bucket(camel);
                ApiVideoSimulator service = isSet("APIVIDEO_API_KEY") ? null : service(camel)) {
            camel.run();
            if (bucket != null && service != null) {
                PlayerPages.keep();
            }
            return bucket == null || bucket.keys().isEmpty();
        }
    }

    private static boolean isSet(String variable) {
        return System.getenv(variable) != null;
    }

    private static S3Peer bucket(Main camel) throws Exception {
        S3Peer bucket = S3Peer.start();
        for (String video : VIDEOS) {
            try (InputStream content = S3Example.class.getResourceAsStream("/videos/" + video)) {
                bucket.put(
                        "inbox/" + video,
                        Map.of("made-by", "a program"),
                        RequestBody.fromBytes(content.readAllBytes()));
            }
        }
        camel.bind("s3", bucket.client());
        camel.configure().setDurationMaxMessages(VIDEOS.size());
        return bucket;
    }

    private static ApiVideoSimulator service(Main camel) throws IOException {
        ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", simulator.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", simulator.apiKey());
        return simulator;
    }
}
