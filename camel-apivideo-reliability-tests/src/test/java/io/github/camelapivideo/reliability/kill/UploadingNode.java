// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.kill;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.ApiVideoConstants;
import java.io.FileInputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/**
 * Uploads every file of a folder, as a user's program would, and says so; the program that {@link KillTest} kills. Runs
 * until it is ended.
 */
final class UploadingNode {

    /** The option with which an upload continues after a restart. */
    static final String KEY = "uploadKey=${file:name}-${file:size}-${file:modified}&";

    /** No such option. */
    static final String NO_KEY = "";

    /** Precedes the identifier of a video. */
    static final String UPLOADED = "uploaded ";

    /** What is uploaded. */
    enum Body {
        FILE,
        STREAM
    }

    private UploadingNode() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        // What is logged goes elsewhere.
        System.setOut(System.err);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoConfiguration options =
                    context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
            options.setBaseUri(arguments[0]);
            options.setApiKey(arguments[1]);
            Path folder = Path.of(arguments[2]);
            context.getRegistry()
                    .bind(
                            "uploaded",
                            FileIdempotentRepository.fileIdempotentRepository(
                                    folder.resolve("uploaded.txt").toFile()));
            context.addRoutes(
                    new Routes(folder, Body.valueOf(arguments[3]), Integer.parseInt(arguments[4]), arguments[5], out));
            context.start();
            new CountDownLatch(1).await();
        }
    }

    private static final class Routes extends RouteBuilder {
        private final Path folder;
        private final Body body;
        private final int parallelism;
        private final String key;
        private final PrintStream out;

        Routes(Path folder, Body body, int parallelism, String key, PrintStream out) {
            this.folder = folder;
            this.body = body;
            this.parallelism = parallelism;
            this.key = key;
            this.out = out;
        }

        @Override
        public void configure() {
            from("file:" + folder.resolve("inbox")
                            + "?initialDelay=0&delay=100&readLock=changed&readLockCheckInterval=50"
                            // Eagerly, a file whose upload was killed would count as uploaded.
                            + "&idempotent=true&idempotentEager=false&idempotentRepository=#uploaded"
                            + "&idempotentKey=${file:name}-${file:size}-${file:modified}")
                    .streamCache("false")
                    .process(this::open)
                    .to("apivideo:upload?" + key + "partSize=5MiB&parallelism=" + parallelism)
                    .process(exchange ->
                            out.println(UPLOADED + exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)));
        }

        /** A stream whose length is unknown. */
        private void open(Exchange exchange) throws Exception {
            if (body == Body.STREAM) {
                GenericFile<?> file = exchange.getMessage().getBody(GenericFile.class);
                exchange.getMessage().setBody(new FileInputStream(file.getAbsoluteFilePath()));
                exchange.getMessage().removeHeader(Exchange.CONTENT_LENGTH);
            }
        }
    }
}
