// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.apache.camel.main.Main;

/** The application in this process, on a free port. The caller closes it. */
record RunningNewsroom(Main camel) implements AutoCloseable {

    /** @param folder the folder with {@code stories} */
    static RunningNewsroom start(
            ApiVideoSimulator service, String broker, Path folder, Clock clock, Map<String, String> settings)
            throws IOException {
        Main camel = Newsroom.application(clock);
        camel.addOverrideProperty("newsroom.folder", folder.toString());
        camel.addOverrideProperty("newsroom.expiry-check", "100");
        camel.addOverrideProperty("camel.main.shutdownTimeout", "1");
        camel.addOverrideProperty("jms.url", broker);
        camel.addOverrideProperty("camel.server.port", String.valueOf(freePort()));
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", service.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", service.apiKey());
        camel.addOverrideProperty("camel.component.apivideo.partSize", "5MiB");
        settings.forEach(camel::addOverrideProperty);
        camel.start();
        return new RunningNewsroom(camel);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    URI page() {
        return Newsroom.page(camel);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
