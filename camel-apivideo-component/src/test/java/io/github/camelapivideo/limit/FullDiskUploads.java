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

/** Uploads four streams at once with memory for one part, and a folder for the others; a program of {@link SpillTest}. */
final class FullDiskUploads {

    private FullDiskUploads() {}

    public static void main(String[] arguments) throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoComponent component = context.getComponent("apivideo", ApiVideoComponent.class);
            component.setBufferMemory("6MiB");
            component.setSpillDirectory(arguments[2]);
            ApiVideoConfiguration options = component.getConfiguration();
            options.setBaseUri(arguments[0]);
            options.setApiKey(arguments[1]);
            context.start();
            ProducerTemplate template = context.createProducerTemplate();
            long length = Long.parseLong(arguments[3]);
            // With a key, the first bytes of a stream are read before its first part.
            List<CompletableFuture<Exchange>> uploads = IntStream.range(0, 4)
                    .mapToObj(i -> template.asyncSend(
                            "apivideo:upload?partSize=5MiB" + (i % 2 == 0 ? "" : "&uploadKey=k" + i),
                            exchange -> exchange.getMessage().setBody(new SmallHeapUpload.Generated(length))))
                    .toList();
            for (CompletableFuture<Exchange> upload : uploads) {
                if (upload.get().getException() != null) {
                    throw upload.get().getException();
                }
            }
        }
    }
}
