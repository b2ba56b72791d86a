// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** Uploads many generated streams at once; a program that {@link SmallHeapTest} starts. */
final class ManyUploads {

    private ManyUploads() {}

    public static void main(String[] arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoConfiguration options =
                    context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
            options.setBaseUri(arguments[0]);
            options.setApiKey(arguments[1]);
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            List<CompletableFuture<Exchange>> uploads = IntStream.range(0, Integer.parseInt(arguments[2]))
                    .mapToObj(number ->
                            template.asyncSend("apivideo:upload?fileName=" + number, exchange -> exchange.getMessage()
                                    .setBody(new SmallHeapUpload.Generated(Long.parseLong(arguments[3])))))
                    .toList();
            for (CompletableFuture<Exchange> upload : uploads) {
                if (upload.get().getException() != null) {
                    throw upload.get().getException();
                }
            }
        }
    }
}
