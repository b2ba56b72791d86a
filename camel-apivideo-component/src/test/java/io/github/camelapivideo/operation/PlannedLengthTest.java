// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Which length a plan is for, and paths of every file system. */
class PlannedLengthTest {

    private static final TestVideo VIDEO = TestVideo.of(2 * PART + 1);

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private long planned(Object body, Map<String, Object> headers) {
        Exchange exchange = send("planParts?partSize=5MiB", body, headers);
        assertThat(exchange.getException()).isNull();
        return ((List<?>) exchange.getMessage().getBody())
                .stream().mapToLong(part -> ((PlannedPart) part).length()).sum();
    }

    private FileSystem zip() throws IOException {
        return FileSystems.newFileSystem(
                URI.create("jar:" + folder.resolve("films.zip").toUri()), Map.of("create", "true"));
    }

    @Test
    void theBodysOwnLengthWinsOverHeadersOfAnotherBody() throws IOException {
        Map<String, Object> stale = Map.of(Exchange.FILE_LENGTH, 17, Exchange.CONTENT_LENGTH, 18);
        GenericFile<String> remote = new GenericFile<>();
        remote.setFile("a name on another machine");
        remote.setFileLength(VIDEO.bytes().length);
        remote.setBody(VIDEO.stream());
        GenericFile<String> fetched = new GenericFile<>();
        fetched.setFile("a name on another machine");
        fetched.setBody(VIDEO.bytes());
        try (FileSystem zip = zip()) {
            List<Object> bodies = List.of(
                    VIDEO.bytes(),
                    ByteBuffer.allocateDirect(VIDEO.bytes().length),
                    new InputStreamCache(VIDEO.bytes()),
                    VIDEO.file(folder, "a.mp4"),
                    VIDEO.file(folder, "b.mp4").toFile(),
                    VIDEO.file(zip.getPath("/"), "c.mp4"),
                    remote,
                    fetched);
            for (Object body : bodies) {
                assertThat(planned(body, stale)).as(body.getClass().getName()).isEqualTo(VIDEO.bytes().length);
                Exchange both = send("planParts", body, Map.of(ApiVideoConstants.LENGTH, 17));
                assertThat(both.getException())
                        .hasMessageContaining("CamelApiVideoLength=17")
                        .hasMessageContaining("has " + VIDEO.bytes().length + " bytes");
            }
        }
    }

    @Test
    void aLengthThatMayBeOfAnotherBodyIsNoPlan() {
        Exchange exchange = send("planParts", VIDEO.stream(), Map.of(Exchange.CONTENT_LENGTH, 17));
        assertThat(exchange.getException())
                .hasMessageContaining("the length of the body is not known; set the header CamelApiVideoLength");
        assertThat(planned(VIDEO.stream(), Map.of(Exchange.CONTENT_LENGTH, 17, ApiVideoConstants.LENGTH, 18)))
                .isEqualTo(18);
    }

    @Test
    void aPathInAnArchiveIsUploaded() throws IOException {
        try (FileSystem zip = zip()) {
            Path path = VIDEO.file(zip.getPath("/"), "film.mp4");
            Exchange exchange = send("upload?partSize=5MiB", path, Map.of());
            fixture.assertArrived(exchange, VIDEO);
            assertThat(fixture.received(exchange).title()).isEqualTo("film.mp4");
        }
    }

    @Test
    void partsOfAPathInAnArchiveAreSent() throws IOException {
        try (FileSystem zip = zip()) {
            Path path = VIDEO.file(zip.getPath("/"), "film.mp4");
            String videoId = send("createVideo?title=a", null, Map.of())
                    .getMessage()
                    .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
            for (Object planned :
                    send("planParts?partSize=5MiB", path, Map.of()).getMessage().getBody(List.class)) {
                PlannedPart part = (PlannedPart) planned;
                Exchange sent = send(
                        "uploadPart?videoId=" + videoId,
                        path,
                        Map.of(
                                ApiVideoConstants.PART_NUMBER, part.partNumber(),
                                ApiVideoConstants.TOTAL_PARTS, part.totalParts(),
                                ApiVideoConstants.PART_FROM, part.from(),
                                ApiVideoConstants.PART_LENGTH, part.length()));
                assertThat(sent.getException()).isNull();
            }
            assertThat(fixture.simulator().video(videoId).orElseThrow().sha256())
                    .isEqualTo(VIDEO.sha256());
        }
    }

    @Test
    void aPathThatCanOnlyBeReadFromItsBeginningIsUploaded() throws IOException {
        Path path = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules/java.base/java/lang/Object.class");
        fixture.assertArrived(send("upload", path, Map.of()), new TestVideo(Files.readAllBytes(path)));
    }
}
