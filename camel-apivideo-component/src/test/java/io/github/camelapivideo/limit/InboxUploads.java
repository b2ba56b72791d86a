// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** Uploads the files of a folder in the order of their names: base URI, API key, folder, number of files. */
final class InboxUploads {

    private InboxUploads() {}

    public static void main(String[] arguments) throws Exception {
        CountDownLatch left = new CountDownLatch(Integer.parseInt(arguments[3]));
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoConfiguration options =
                    context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
            options.setBaseUri(arguments[0]);
            options.setApiKey(arguments[1]);
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("file:" + arguments[2] + "?initialDelay=0&sortBy=file:name")
                            .to("apivideo:upload")
                            .process(exchange -> left.countDown());
                }
            });
            context.start();
            left.await();
        }
    }
}
