// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A small file that stalls, changes or waits ends as an upload does, and leaves nothing behind. */
@Timeout(60)
class AssetSourceTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private String videoId;

    @BeforeEach
    void aVideo() {
        videoId = fixture.template()
                .request("apivideo:createVideo?title=a", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    private CompletableFuture<Exchange> begin(String options, Object body) {
        return fixture.template().asyncSend("apivideo:uploadThumbnail?" + options, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
        });
    }

    private static Exchange end(CompletableFuture<Exchange> upload) throws Exception {
        return upload.get(30, TimeUnit.SECONDS);
    }

    private ApiVideoComponent component() {
        return fixture.context().getComponent("apivideo", ApiVideoComponent.class);
    }

    private void assertNothingIsHeld() {
        Awaitility.await().untilAsserted(() -> assertThat(ComponentState.buffers(component()))
                .startsWith("PartBuffers: 0 of "));
    }

    /** A stream that delivers nothing until it is closed. */
    private static final class Silent extends InputStream {
        private final CountDownLatch closed = new CountDownLatch(1);
        private final CountDownLatch reading = new CountDownLatch(1);

        @Override
        public int read() throws IOException {
            reading.countDown();
            boolean interrupted = false;
            while (true) {
                try {
                    closed.await();
                    break;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("closed");
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }

    @Test
    void aStreamThatDeliversNothingFails() throws Exception {
        Silent silent = new Silent();
        Exchange failed = end(begin("sourceTimeout=50", silent));
        assertThat(failed.getException()).hasMessage("The body has delivered nothing for 50 ms (sourceTimeout)");
        assertThat(silent.closed.await(10, TimeUnit.SECONDS)).isTrue();
        assertNothingIsHeld();
    }

    @Test
    void theRouteIsFreeWhileAStreamIsRead() throws Exception {
        byte[] image = SmallFiles.png(100);
        PipedOutputStream slow = new PipedOutputStream();
        CompletableFuture<Exchange> upload = begin("", new PipedInputStream(slow));
        slow.write(image, 0, 50);
        assertThat(upload).isNotDone();
        slow.write(image, 50, 50);
        slow.close();
        assertThat(end(upload).getException()).isNull();
        assertNothingIsHeld();
    }

    @Test
    void aReadEndsWithTheComponent() throws Exception {
        Silent silent = new Silent();
        CompletableFuture<Exchange> upload = begin("", silent);
        assertThat(silent.reading.await(10, TimeUnit.SECONDS)).isTrue();
        component().stop();
        assertThat(end(upload).getException()).hasMessage("the component is stopping");
        assertThat(silent.closed.await(10, TimeUnit.SECONDS)).isTrue();
        component().start();
    }

    @Test
    void aRequestEndsWithTheComponent() throws Exception {
        fixture.simulator().faults().on("POST", "/videos/{videoId}/thumbnail").then(Fault.stallAnswer());
        CompletableFuture<Exchange> upload = begin("", SmallFiles.png(100));
        Awaitility.await().until(() -> fixture.simulator().requests().stream()
                .anyMatch(request -> request.path().endsWith("/thumbnail")));
        component().stop();
        assertThat(end(upload).getException()).hasMessage("the component is stopping");
        component().start();
    }

    @Test
    void aFileThatChangesBetweenTwoTriesFails() throws Exception {
        Path file = Files.write(folder.resolve("a.png"), SmallFiles.png(100));
        CountDownLatch changed = new CountDownLatch(1);
        fixture.simulator()
                .faults()
                .on("POST", "/videos/{videoId}/thumbnail")
                .times(1)
                .then(Fault.hold(changed));
        fixture.simulator()
                .faults()
                .on("POST", "/videos/{videoId}/thumbnail")
                .times(1)
                .then(Fault.status(503));
        fixture.options().setRetryDelay(200);
        CompletableFuture<Exchange> upload = begin("answerTimeout=100", file);
        Awaitility.await().until(() -> fixture.simulator().faults().injected() > 0);
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(end(upload).getException())
                .hasMessageStartingWith("The file " + file + " changed during the upload");
        changed.countDown();
    }

    @Test
    void manyFilesStayWithinBothLimits() throws Exception {
        fixture.restart(simulator -> simulator.rateLimits(RateLimits.of(20, 30, 100, Duration.ofSeconds(2))));
        aVideo();
        List<CompletableFuture<Exchange>> all =
                Stream.generate(() -> begin("", SmallFiles.png(20))).limit(45).toList();
        for (CompletableFuture<Exchange> one : all) {
            assertThat(end(one).getException()).isNull();
        }
        assertThat(fixture.simulator().requests())
                .filteredOn(request -> request.status() == 429)
                .isEmpty();
    }
}
