// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Parts of streams that find no memory go to disk, if there is a folder for them. */
class SpillTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final TracedLog log = new TracedLog();

    private ApiVideoFixture start(String bufferMemory) {
        return ApiVideoFixture.start(simulator -> {}, context -> {
            ApiVideoComponent component = context.getComponent("apivideo", ApiVideoComponent.class);
            component.setBufferMemory(bufferMemory);
            component.setSpillDirectory(folder.toString());
        });
    }

    @Test
    void aStreamIsSentInParallelWithMemoryForOnePartOnly() {
        TestVideo video = TestVideo.of(9 * PART + 3);
        try (ApiVideoFixture fixture = start("5MiB")) {
            fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(2).then(Fault.resetDuringBody(PART / 2));
            fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=4", video.tricklingStream()), video);
            assertThat(fixture.simulator().maxConcurrentUploads()).isGreaterThan(1);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aPartMayBeLargerThanTheMemory() {
        TestVideo video = TestVideo.of(3 * PART);
        try (ApiVideoFixture fixture = start("5MiB")) {
            fixture.assertArrived(fixture.upload("partSize=8MiB&parallelism=2", video.stream()), video);
        }
    }

    @Test
    void aFailedUploadLeavesNothingOnDisk() {
        try (ApiVideoFixture fixture = start("5MiB")) {
            fixture.simulator().faults().on(RequestKind.SOURCE).part(3).then(Fault.status(400));
            assertThat(fixture.upload("partSize=5MiB", TestVideo.of(8 * PART).stream())
                            .getException())
                    .isNotNull();
            Awaitility.await().untilAsserted(() -> assertThat(folder).isEmptyDirectory());
            assertThat(fixture.simulator().videos()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoComponent component = context.getComponent("apivideo", ApiVideoComponent.class);
            component.setSpillDirectory(folder.resolve("missing").toString());
            assertThatThrownBy(context::start)
                    .hasStackTraceContaining("missing: allowed is a folder that exists and may be written to");
        }
    }

    @Test
    void whereTheDiskTakesNothingPartsWaitForMemory() throws Exception {
        List<TestVideo> videos =
                IntStream.range(0, 4).mapToObj(i -> TestVideo.of(3 * PART + i)).toList();
        try (ApiVideoFixture fixture = start("6MiB")) {
            log.level(Level.WARN);
            List<String> options = List.of("partSize=5MiB", "partSize=5MiB&uploadKey=${header.key}");
            lose(fixture, options);
            List<CompletableFuture<Exchange>> uploads = IntStream.range(0, 4)
                    .mapToObj(i -> fixture.template().asyncSend("apivideo:upload?" + options.get(i % 2), exchange -> {
                        exchange.getMessage().setBody(videos.get(i).stream());
                        exchange.getMessage().setHeader("key", "k" + i);
                    }))
                    .toList();
            for (int i = 0; i < videos.size(); i++) {
                fixture.assertArrived(uploads.get(i).get(1, TimeUnit.MINUTES), videos.get(i));
            }
        }
        assertThat(log.lines())
                .filteredOn(line -> line.contains("Parts that find no room there wait for bufferMemory"))
                .singleElement()
                .asString()
                .contains("spillDirectory=" + folder);
    }

    /** A process may write files of 2 MiB at most: each part of 5 MiB finds the disk full on its way. */
    @Test
    void aDiskThatIsFullInTheMiddleOfAPartDelaysUploadsOnly() throws Exception {
        long length = 4L * PART + 1;
        try (ApiVideoSimulator simulator = ApiVideoSimulator.builder().start()) {
            Path output = folder.resolve("output.txt");
            Path spill = Files.createDirectory(folder.resolve("spill"));
            Process jvm = new ProcessBuilder(
                            "sh",
                            "-c",
                            "ulimit -f 4096; exec \"$@\"",
                            "sh",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            FullDiskUploads.class.getName(),
                            simulator.baseUri().toString(),
                            simulator.apiKey(),
                            spill.toString(),
                            String.valueOf(length))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            try {
                assertThat(jvm.waitFor(2, TimeUnit.MINUTES)).isTrue();
            } finally {
                jvm.destroyForcibly();
            }
            String printed = Files.readString(output);
            assertThat(jvm.exitValue()).as(printed).isZero();
            assertThat(printed).containsOnlyOnce("Parts that find no room there wait for bufferMemory");
            byte[] sent = new SmallHeapUpload.Generated(length).readAllBytes();
            assertThat(simulator.videos()).hasSize(4).allMatch(ReceivedVideo::complete);
            assertThat(simulator.videos()).extracting(ReceivedVideo::sha256).containsOnly(TestVideo.sha256(sent));
            assertThat(spill).isEmptyDirectory();
        }
    }

    @Test
    void aPartThatFitsNeitherOnTheDiskNorIntoMemoryFailsTheUpload() throws Exception {
        try (ApiVideoFixture fixture = start("5MiB")) {
            lose(fixture, List.of("partSize=8MiB"));
            Exchange failed = fixture.upload("partSize=8MiB", TestVideo.of(3 * PART).stream());
            assertThat(failed.getException())
                    .hasMessageContaining("A part cannot be spilled to spillDirectory=" + folder);
            assertThat(fixture.simulator().videos()).isEmpty();
        }
    }

    @Test
    void theBeginningOfSuchAPartGivesItsMemoryBack() throws Exception {
        try (ApiVideoFixture fixture = start("5MiB")) {
            String larger = "partSize=8MiB&uploadKey=film";
            String keyed = "uploadKey=film";
            TestVideo video = TestVideo.of(5 * PART);
            assertThat(fixture.upload(larger, cutOff(video)).getException()).isNotNull();
            assertThat(fixture.simulator().videos()).hasSize(1);
            lose(fixture, List.of(keyed));

            assertThat(fixture.upload(keyed, video.stream()).getException())
                    .hasMessageContaining("A part cannot be spilled to spillDirectory=" + folder);

            Awaitility.await()
                    .until(() -> fixture.context()
                                    .getComponent("apivideo", ApiVideoComponent.class)
                                    .getBufferBytesLeased()
                            == 0);
        }
    }

    private static InputStream cutOff(TestVideo video) throws IOException {
        InputStream rest = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is dead");
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(video.stream().readNBytes(4 * PART)), rest);
    }

    /** Loses the folder after the endpoints have checked it. */
    private void lose(ApiVideoFixture fixture, List<String> options) throws IOException {
        options.forEach(option -> fixture.context().getEndpoint("apivideo:upload?" + option));
        Files.delete(folder);
    }
}
