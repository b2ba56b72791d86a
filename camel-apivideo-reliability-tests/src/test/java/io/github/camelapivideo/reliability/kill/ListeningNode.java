// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.kill;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.ApiVideoConstants;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;

/**
 * Receives events, as a user's program would, and says so; the program that {@link EventKillTest} kills. Remembers them
 * in a file. Runs until it is ended.
 */
final class ListeningNode {

    /** Says that the program receives events. */
    static final String LISTENS = "listens";

    /** Precedes the identifier of a video whose event has reached the route. */
    static final String BEGUN = "begun ";

    /** Precedes the identifier of a video whose event has come to the end of the route. */
    static final String PROCESSED = "processed ";

    private ListeningNode() {}

    /** @param arguments base URI, API key, folder, port, and the name of a file in the folder: while it is there, routes wait */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        // What is logged goes elsewhere.
        System.setOut(System.err);
        Path folder = Path.of(arguments[2]);
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoConfiguration options =
                    context.getComponent("apivideo", ApiVideoComponent.class).getConfiguration();
            options.setBaseUri(arguments[0]);
            options.setApiKey(arguments[1]);
            options.setIdempotentRepository(FileIdempotentRepository.fileIdempotentRepository(
                    folder.resolve("events.txt").toFile()));
            VertxPlatformHttpServerConfiguration server = new VertxPlatformHttpServerConfiguration();
            server.setBindHost("127.0.0.1");
            server.setBindPort(Integer.parseInt(arguments[3]));
            context.addService(new VertxPlatformHttpServer(server));
            context.addRoutes(routes(arguments[3], folder.resolve(arguments[4]), out));
            context.start();
            out.println(LISTENS);
            new CountDownLatch(1).await();
        }
    }

    private static RouteBuilder routes(String port, Path obstacle, PrintStream out) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("apivideo:events?webhookRegistration=reuse&webhookUrl=http://127.0.0.1:" + port
                                + "/apivideo/events&events=video.encoding.quality.completed")
                        .process(exchange -> out.println(BEGUN + videoId(exchange)))
                        .process(exchange -> awaitWay(obstacle))
                        .process(exchange -> out.println(PROCESSED + videoId(exchange)));
            }
        };
    }

    private static void awaitWay(Path obstacle) throws InterruptedException {
        if (Files.exists(obstacle)) {
            new CountDownLatch(1).await();
        }
    }

    private static String videoId(Exchange exchange) {
        return exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }
}
