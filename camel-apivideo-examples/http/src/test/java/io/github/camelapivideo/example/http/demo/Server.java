// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.net.URI;
import java.util.Map;
import org.apache.camel.main.Main;

/** The application in this process, on a free port. The caller closes it. */
record Server(Main camel) implements AutoCloseable {

    static Server start(ApiVideoSimulator service) {
        return start(service, Map.of());
    }

    /** @param options of the component */
    static Server start(ApiVideoSimulator service, Map<String, String> options) {
        Main camel = HttpExample.application();
        camel.addOverrideProperty("camel.server.port", "0");
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", service.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", service.apiKey());
        camel.addOverrideProperty("camel.component.apivideo.partSize", "5MiB");
        camel.addOverrideProperty("camel.component.apivideo.maxRetries", "0");
        camel.addOverrideProperty("camel.component.apivideo.recordTimeout", "200");
        options.forEach((name, value) -> camel.addOverrideProperty("camel.component.apivideo." + name, value));
        camel.start();
        return new Server(camel);
    }

    URI page() {
        return HttpExample.page(camel);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
