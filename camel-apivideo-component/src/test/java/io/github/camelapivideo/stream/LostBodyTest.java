// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.stream;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.support.SynchronizationAdapter;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that another step has read, closed or moved away: the error says what is likely, and what to do. */
@Timeout(60)
class LostBodyTest {

    private static final String UPLOAD = "apivideo:upload?partSize=5MiB&parallelism=1&maxRetries=0";

    @TempDir
    Path folder;

    private final CountDownLatch held = new CountDownLatch(1);
    private final BlockingQueue<Throwable> failures = new LinkedBlockingQueue<>();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void stop() {
        held.countDown();
    }

    private abstract class Routes extends RouteBuilder {
        @Override
        public void configure() {
            onException(Exception.class)
                    .process(
                            exchange -> failures.add(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class)));
            define();
        }

        abstract void define();
    }

    private Throwable failure() throws InterruptedException {
        return failures.poll(20, TimeUnit.SECONDS);
    }

    @Test
    void aFileThatItsRouteHasMovedDuringTheUpload() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.hold(held));
        // The file may go when the upload has opened it, not before.
        moveWhileTapped(
                exchange -> Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 1), UPLOAD);
        Path moved = folder.resolve("done/film.mp4");
        Awaitility.await()
                .until(() -> Files.exists(moved) && fixture.simulator().maxConcurrentUploads() == 1);
        held.countDown();

        assertThat(failure())
                .hasMessageContaining("film.mp4 vanished during the upload")
                .hasMessageContainingAll("has moved or deleted it", "wireTap", "a step of the consuming route");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void aFileThatItsRouteHasMovedBeforeTheUpload() throws Exception {
        CountDownLatch moved = new CountDownLatch(1);
        fixture.context().getRegistry().bind("late", (org.apache.camel.Processor) exchange -> moved.await());
        moveWhileTapped(exchange -> {}, "bean:late", UPLOAD);
        Awaitility.await().until(() -> Files.exists(folder.resolve("done/film.mp4")));
        moved.countDown();

        assertThat(failure())
                .hasMessageContaining("film.mp4, which does not exist")
                .hasMessageContainingAll("has moved or deleted it", "wireTap");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    private void moveWhileTapped(org.apache.camel.Processor beforeTheMove, String... steps) throws Exception {
        fixture.context().addRoutes(new Routes() {
            @Override
            void define() {
                from("direct:tapped").to(steps);
                from("file:" + folder + "?move=done&initialDelay=0&delay=100")
                        .wireTap("direct:tapped")
                        .process(beforeTheMove);
            }
        });
        // The consumer is to find it whole.
        Path written = TestVideo.of(3 * PART).file(Files.createDirectory(folder.resolve("elsewhere")), "film.mp4");
        Files.move(written, folder.resolve("film.mp4"), StandardCopyOption.ATOMIC_MOVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {UPLOAD, "apivideo:uploadPart?videoId=vi1&partNumber=1"})
    void aStreamThatALogHasRead(String uri) throws Exception {
        fixture.context().addRoutes(new Routes() {
            @Override
            void define() {
                from("direct:start")
                        .streamCache("false")
                        .log(LoggingLevel.WARN, "${body}")
                        .to(uri);
            }
        });
        fixture.template()
                .asyncSend("direct:start", exchange -> exchange.getMessage().setBody(TestVideo.of(1_000).stream()));

        assertThat(failure())
                .hasMessageContaining("The body is empty")
                .hasMessageContainingAll("a step before this one has read", "log(\"${body}\")", "stream caching");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void anEmptyTextOrFileIsJustEmpty() throws IOException {
        for (Object body : new Object[] {"", new byte[0], Files.createFile(folder.resolve("a"))}) {
            assertThat(fixture.upload("", body).getException())
                    .hasMessage("The body is empty: there is no video to upload");
        }
    }

    @Test
    void aStreamThatAStepBeforeHasReadAndClosed() throws Exception {
        fixture.context().addRoutes(new Routes() {
            @Override
            void define() {
                from("direct:start")
                        .streamCache("false")
                        .log(LoggingLevel.WARN, "${body}")
                        .to(UPLOAD);
            }
        });
        InputStream stream = Files.newInputStream(TestVideo.of(1_000).file(folder, "a.mp4"));
        fixture.template().asyncSend("direct:start", exchange -> exchange.getMessage()
                .setBody(new java.io.BufferedInputStream(stream)));

        assertClosed(failure());
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "channel", "buffered"})
    void aStreamThatItsExchangeHasClosedAtItsEnd(String kind) throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.hold(held));
        fixture.context().addRoutes(new Routes() {
            @Override
            void define() {
                from("direct:start").streamCache("false").wireTap(UPLOAD).process(exchange -> Awaitility.await()
                        .until(() -> fixture.simulator().maxConcurrentUploads() == 1));
            }
        });
        InputStream stream = open(kind, TestVideo.of(6 * PART).file(folder, "a.mp4"));
        fixture.template().send("direct:start", exchange -> {
            exchange.getMessage().setBody(stream);
            exchange.getExchangeExtension().addOnCompletion(closing(stream));
        });
        held.countDown();

        assertClosed(failure());
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    private static InputStream open(String kind, Path file) throws IOException {
        return switch (kind) {
            case "file" -> new java.io.FileInputStream(file.toFile());
            case "channel" -> Files.newInputStream(file);
            default -> new java.io.BufferedInputStream(Files.newInputStream(file));
        };
    }

    private static SynchronizationAdapter closing(InputStream stream) {
        return new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange exchange) {
                try {
                    stream.close();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }

            @Override
            public boolean allowHandover() {
                return false;
            }
        };
    }

    private static void assertClosed(Throwable failure) {
        assertThat(failure)
                .hasMessageContaining("The body cannot be read: java.")
                .hasMessageContainingAll(
                        "The stream was closed before it was read to its end", "wireTap, seda", "log(\"${body}\")")
                .hasMessageContaining("stream caching");
    }

    @Test
    void aConnectionThatItsPeerClosedIsNotBlamedOnTheRoute() {
        InputStream cut = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection closed by remote host");
            }
        };
        assertThat(fixture.upload("", cut).getException())
                .hasMessageContaining("The body cannot be read: java.io.IOException: Connection closed by remote host")
                .message()
                .doesNotContain("wireTap");
    }
}
