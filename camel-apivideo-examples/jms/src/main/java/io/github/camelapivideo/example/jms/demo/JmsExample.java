// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.jms.demo;

import io.github.camelapivideo.example.clips.PlayerPages;
import io.github.camelapivideo.example.jms.routes.VideosFromJms;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.main.Main;
import org.apache.camel.util.FileUtil;

/**
 * Runs the route: until Ctrl-C with the broker that the environment names, otherwise until it has taken all messages of a
 * broker in this process.
 */
public final class JmsExample {

    private static final List<String> VIDEOS = List.of("bars.mp4", "mandelbrot.mp4");

    private JmsExample() {}

    /** @param args none; see {@code application.properties} */
    public static void main(String[] args) throws Exception {
        if (!run()) {
            System.exit(1);
        }
    }

    /** Returns false if a video of the server in this process was not uploaded. Everything is closed then. */
    private static boolean run() throws Exception {
        Main camel = application();
        Path folder = Files.createTempDirectory("camel-apivideo-jms");
        try (DemoServer broker = isSet("JMS_URL") ? null : broker(folder, camel);
                ApiVideoSimulator service = isSet("APIVIDEO_API_KEY") ? null : service(camel)) {
            camel.run();
            if (broker != null && service != null) {
                PlayerPages.keep();
            }
            return broker == null || broker.count(DemoServer.QUEUE) == 0 && broker.count(DemoServer.DEAD) == 1;
        } finally {
            FileUtil.removeDir(folder.toFile());
        }
    }

    static Main application() {
        Main camel = new Main();
        camel.configure().addRoutesBuilder(new VideosFromJms());
        return camel;
    }

    private static boolean isSet(String variable) {
        return System.getenv(variable) != null;
    }

    private static DemoServer broker(Path folder, Main camel) throws Exception {
        DemoServer broker = DemoServer.start(folder);
        for (String video : VIDEOS) {
            try (InputStream content = JmsExample.class.getResourceAsStream("/videos/" + video)) {
                broker.send(video, content);
            }
        }
        broker.send("nothing.mp4", InputStream.nullInputStream());
        broker.settings().forEach(camel::addOverrideProperty);
        camel.configure().setDurationMaxMessages(VIDEOS.size() + 1);
        return broker;
    }

    private static ApiVideoSimulator service(Main camel) throws IOException {
        ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", simulator.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", simulator.apiKey());
        return simulator;
    }
}
