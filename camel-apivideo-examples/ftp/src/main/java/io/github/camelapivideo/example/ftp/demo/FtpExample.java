// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.ftp.demo;

import io.github.camelapivideo.example.clips.PlayerPages;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.main.Main;
import org.apache.camel.util.FileUtil;
import org.apache.ftpserver.ftplet.FtpException;

/**
 * Runs the route: until Ctrl-C with the server that the environment names, otherwise until two videos of a server in this
 * process are uploaded.
 */
public final class FtpExample {

    private static final List<String> VIDEOS = List.of("bars.mp4", "mandelbrot.mp4");

    private FtpExample() {}

    /** @param args none; see {@code application.properties} */
    public static void main(String[] args) throws Exception {
        if (!run()) {
            System.exit(1);
        }
    }

    /** Returns false if a video of the server in this process was not uploaded. Everything is closed then. */
    private static boolean run() throws Exception {
        Main camel = new Main();
        Path folder = Files.createTempDirectory("camel-apivideo-ftp");
        try (DemoServer server = isSet("FTP_HOST") ? null : server(folder, camel);
                ApiVideoSimulator service = isSet("APIVIDEO_API_KEY") ? null : service(camel)) {
            camel.run();
            if (server != null && service != null) {
                PlayerPages.keep();
            }
            return server == null || !server.hasVideos();
        } finally {
            FileUtil.removeDir(folder.toFile());
        }
    }

    private static boolean isSet(String variable) {
        return System.getenv(variable) != null;
    }

    private static DemoServer server(Path folder, Main camel) throws IOException, FtpException {
        DemoServer server = DemoServer.start(folder);
        for (String video : VIDEOS) {
            try (InputStream content = FtpExample.class.getResourceAsStream("/videos/" + video)) {
                Files.copy(content, server.inbox().resolve(video));
            }
        }
        server.settings().forEach(camel::addOverrideProperty);
        camel.configure().setDurationMaxMessages(VIDEOS.size());
        return server;
    }

    private static ApiVideoSimulator service(Main camel) throws IOException {
        ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", simulator.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", simulator.apiKey());
        return simulator;
    }
}
