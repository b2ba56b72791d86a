// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.net.URI;
import org.apache.camel.main.Main;

/** The application in this process, on a free port. The caller closes it. */
record Server(Main camel) implements AutoCloseable {

    static Server start(ApiVideoSimulator service) {
        Main camel = HttpExample.application();
        camel.addOverrideProperty("camel.server.port", "0");
        camel.addOverrideProperty(
                "camel.component.apivideo.baseUri", service.baseUri().toString());
        camel.addOverrideProperty("camel.component.apivideo.apiKey", service.apiKey());
        camel.addOverrideProperty("camel.component.apivideo.partSize", "5MiB");
        camel.addOverrideProperty("camel.component.apivideo.maxRetries", "0");
        camel.addOverrideProperty("camel.component.apivideo.recordTimeout", "200");
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
