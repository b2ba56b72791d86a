// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import io.github.camelapivideo.example.http.routes.Operations;
import io.github.camelapivideo.example.http.routes.VideosOverHttp;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.net.URI;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** Runs the server until Ctrl-C, and a simulator if the environment names no account. */
public final class HttpExample {

    private HttpExample() {}

    /** @param args none; see {@code application.properties} */
    @SuppressWarnings("try") // The service is only there to be closed.
    public static void main(String[] args) throws Exception {
        Main camel = application();
        camel.addMainListener(new MainListenerSupport() {
            @Override
            public void afterStart(BaseMainSupport main) {
                System.out.println("Open " + page(camel));
            }
        });
        try (ApiVideoSimulator service = System.getenv("APIVIDEO_API_KEY") != null ? null : service(camel)) {
            camel.run();
        }
    }

    static Main application() {
        Main camel = new Main();
        camel.configure().addRoutesBuilder(new VideosOverHttp());
        camel.configure().addRoutesBuilder(new Operations());
        return camel;
    }

    static URI page(Main camel) {
        VertxPlatformHttpServer server = camel.getCamelContext().hasService(VertxPlatformHttpServer.class);
        return URI.create("http://" + server.getHost() + ":" + server.getPort() + "/");
    }

    private static ApiVideoSimulator service(Main camel) throws IOException {
        ApiVideoSimulator simulator = ApiVideoSimulator.builder().start();
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", simulator.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", simulator.apiKey());
        System.out.println("The simulator shows what arrives: " + simulator.baseUri() + "/");
        return simulator;
    }
}
