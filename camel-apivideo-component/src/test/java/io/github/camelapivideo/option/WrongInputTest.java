// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.InputStreamCache;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot work is refused with an error that says what would, before any request. */
class WrongInputTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void stop() {
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "environment=moon          | environment=moon: allowed are production, sandbox",
                "authentication=digest     | authentication=digest: allowed are bearer, basic",
                "onFailure=shrug           | onFailure=shrug: allowed are auto, delete, keep",
                "partSize=5242879          | partSize=5242879: allowed is auto, or 5242880 (5MiB) to 209715200 (200MiB) bytes",
                "partSize=201MiB           | partSize=210763776: allowed is auto, or 5242880 (5MiB) to 209715200 (200MiB) bytes",
                "partSize=large            | partSize=large: allowed is auto, a number of bytes, or a number with KiB, MiB or GiB",
                "partSize=0                | partSize=0: allowed is auto, a number of bytes, or a number with KiB, MiB or GiB",
                "parallelism=0             | parallelism=0: allowed is auto, or a number of 1 or more",
                "maxRetries=-1             | maxRetries=-1: allowed is 0 or more",
                "retryDelay=0              | retryDelay=0: allowed is 1 or more",
                "resume=perhaps            | resume=perhaps: allowed are auto, strict",
                "recordTimeout=-1          | recordTimeout=-1: allowed is 0 or more",
                "retryTimeout=-1           | retryTimeout=-1: allowed is 0 or more",
                "stallTimeout=-1           | stallTimeout=-1: allowed is 0 or more",
                "connectTimeout=-1         | connectTimeout=-1: allowed is 0 or more",
                "answerTimeout=-1          | answerTimeout=-1: allowed is 0 or more",
                "sourceTimeout=-1          | sourceTimeout=-1: allowed is 0 or more",
                "sourceTimeout=x           | sourceTimeout=x: allowed are milliseconds, or numbers with d, h, m, s or ms",
                "wait-timeout=10+parsecs   | waitTimeout=10 parsecs: allowed are milliseconds, or numbers with d, h, m, s",
                "stallTimeout=1.5s         | stallTimeout=1.5s: allowed are milliseconds, or numbers with d, h, m, s or ms",
                "uploadKey=${header.none}  | uploadKey=${header.none}: is empty for this exchange",
                "uploadKey=k&videoId=vi1   | uploadKey=k: not possible with videoId=vi1",
                "uploadKey=k&uploadToken=t | uploadKey=k: not possible with uploadToken",
                "metadata.camel-apivideo-key=k | metadata.camel-apivideo-key=k: keys that begin with camel-apivideo- are",
                "metadata.=x               | metadata.: the key is missing; use metadata.key=value",
                "baseUri=http://ws.api.video | baseUri=http://ws.api.video: plain http is allowed towards loopback addresses only",
                "baseUri=ftp://localhost   | baseUri: allowed is http or https with a host",
                "http.noSuchOption=1       | http.noSuchOption: camel-http has no such endpoint option",
                "uploadToken=to123&title=x&public=false | title, public: not possible with uploadToken",
            })
    void anOptionThatCannotWorkIsNamedWithWhatIsAllowed(String options, String message) {
        assertThatThrownBy(() -> {
                    Exchange exchange = fixture.upload(options, "x");
                    if (exchange.getException() != null) {
                        throw exchange.getException();
                    }
                })
                .hasStackTraceContaining(message);
    }

    @Test
    void anUnknownOperationIsNamedWithThoseThatThereAre() {
        assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:download"))
                .hasStackTraceContaining("operation=download: allowed are upload");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:upload?titel=x"))
                .hasStackTraceContaining("titel");
    }

    @Test
    void withoutCredentialsThereIsNoEndpoint() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            assertThatThrownBy(() -> context.getEndpoint("apivideo:upload"))
                    .hasStackTraceContaining("No credentials: set apiKey (on the component, as"
                            + " camel.component.apivideo.apiKey, or on the endpoint), or uploadToken");
        }
    }

    @Test
    void aNullBodyIsRefused() {
        assertRefused(fixture.upload("", null), "The body is null: there is nothing to upload");
    }

    @Test
    void anEmptyBodyIsRefused() throws Exception {
        String message = "The body is empty: there is no video to upload";
        assertRefused(fixture.upload("", new byte[0]), message);
        assertRefused(fixture.upload("", InputStream.nullInputStream()), message);
        assertRefused(fixture.upload("", ""), message);
        assertRefused(fixture.upload("", Files.createFile(folder.resolve("empty.mp4"))), message);
        StreamCache cache = new InputStreamCache(new byte[0]);
        assertRefused(fixture.upload("", cache), message);
    }

    @Test
    void aDirectoryIsRefused() {
        assertRefused(fixture.upload("", folder.toFile()), "The body is " + folder + ", which is not a regular file");
    }

    @Test
    void anUnreadableFileIsRefused() {
        Path file = TestVideo.of(10).file(folder, "secret.mp4");
        assertThat(file.toFile().setReadable(false)).isTrue();
        // Root reads every file, but not the kernel's switches.
        Path unreadable = Files.isReadable(file) ? Path.of("/proc/sys/net/ipv4/route/flush") : file;
        assertRefused(fixture.upload("", unreadable), "The body is the file " + unreadable + ", which may not be read");
    }

    @Test
    void anEmptyUploadTokenIsNone() {
        assertRefused(fixture.upload("uploadToken=&title=x", null), "The body is null");
    }

    @Test
    void aVanishedFileIsRefused() {
        Path gone = folder.resolve("gone.mp4");
        assertRefused(fixture.upload("", gone), "The body is the file " + gone + ", which does not exist");
    }

    @Test
    void aBodyThatNoConverterKnowsIsRefused() {
        assertRefused(
                fixture.upload("", new Object()),
                "The body is a java.lang.Object, which no type converter turns into an InputStream");
    }

    @Test
    void aFileThatWouldNeedTooManyPartsIsRefused() throws Exception {
        Path sparse = folder.resolve("sparse.mp4");
        try (var channel = java.nio.channels.FileChannel.open(
                sparse, java.nio.file.StandardOpenOption.CREATE_NEW, java.nio.file.StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.allocate(1), 10_000L * TestVideo.PART);
        }
        assertRefused(
                fixture.upload("partSize=5MiB", sparse),
                "partSize=5242880: 52428800001 bytes would be 10001 parts, allowed are 10000; use partSize=auto or at"
                        + " least 5242881");
    }

    @Test
    void aHeaderThatCannotWorkIsNamedWithWhatIsAllowed() {
        assertHeaderRefused(
                ApiVideoConstants.LANGUAGE, "xx", "Header CamelApiVideoLanguage: language=xx: allowed are ar, ca");
        assertHeaderRefused(ApiVideoConstants.PUBLIC, "perhaps", "public=perhaps: allowed is a Boolean");
        assertHeaderRefused(
                ApiVideoConstants.CLIP,
                Map.of("startTimecode", "1:2"),
                "Header CamelApiVideoClip: clip.startTimecode=1:2: allowed is HH:MM:SS, like 00:01:15, or seconds");
        assertHeaderRefused(
                ApiVideoConstants.METADATA, Map.of(" ", "x"), "metadata: the entry with value 'x' has no key");
        assertHeaderRefused(
                ApiVideoConstants.METADATA,
                List.of(Map.of("value", "x")),
                "metadata: the entry with value 'x' has no key");
        assertHeaderRefused(
                ApiVideoConstants.WATERMARK,
                Map.of("top", "1px"),
                "watermark.id: required when any other watermark option is set");
        assertHeaderRefused(
                ApiVideoConstants.TRANSCRIPT_SUMMARY_ATTRIBUTES,
                "abstract,poem",
                "transcriptSummaryAttributes=abstract,poem: allowed are abstract, takeaways");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                Map.of("titel", "x"),
                "Header CamelApiVideoCreation: unknown property 'titel'; allowed are title, description");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                7,
                "Header CamelApiVideoCreation is a java.lang.Integer: allowed is a VideoCreation or a Map");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                7,
                "Header CamelApiVideoCreation is a java.lang.Integer: allowed is a VideoCreation or a Map, or JSON text");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                "{\"title\": }",
                "Header CamelApiVideoCreation: is not the text of a JSON object at line 1, column 11");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                "{} and more",
                "Header CamelApiVideoCreation: is not the text of a JSON object at line 1");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                "[1]",
                "Header CamelApiVideoCreation: is not the text of a JSON object at line 1, column 1");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                "{\"language\": \"xx\"}",
                "Header CamelApiVideoCreation: language=xx: allowed are ar, ca");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                Map.of("clip", Map.of("end", "00:00:10")),
                "Header CamelApiVideoCreation: clip.end=00:00:10: unknown; allowed are startTimecode, endTimecode");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                Map.of("public", "perhaps"),
                "Header CamelApiVideoCreation: public=perhaps: allowed is a Boolean");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                "{\"tags\": [\"a\", null]}",
                "Header CamelApiVideoCreation: tags=null: allowed is a String");
        assertHeaderRefused(
                ApiVideoConstants.CREATION,
                "{\"tags\": {\"a\": 1}}",
                "Header CamelApiVideoCreation: tags={a=1}: allowed is a String");
        assertHeaderRefused(ApiVideoConstants.CLIP, 7, "Header CamelApiVideoClip: clip=7: allowed is a Map");
        assertHeaderRefused(
                ApiVideoConstants.METADATA, "x", "Header CamelApiVideoMetadata: metadata=x: allowed is a Map");
        assertHeaderRefused(
                ApiVideoConstants.METADATA,
                List.of(Map.of("key", "a", "value", "b", "of", "c")),
                "Header CamelApiVideoMetadata: metadata.of=c: unknown; allowed are key, value");
        assertHeaderRefused(ApiVideoConstants.VIDEO_ID, "../videos", "videoId=../videos: allowed are letters, digits");
    }

    private void assertHeaderRefused(String header, Object value, String message) {
        assertRefused(fixture.upload("", "x", new HashMap<>(Map.of(header, value))), message);
    }

    private static void assertRefused(Exchange exchange, String message) {
        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }
}
