// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The first bytes of a body tell what certainly is no video, before a container exists. */
class ContentCheckTest {

    private static final String PAGE = "<!DOCTYPE html><html><body>503 Service Unavailable</body></html>";

    @TempDir
    static Path folder;

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelapivideo");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void start() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
    }

    static Stream<Arguments> noVideos() throws IOException {
        return Stream.of(
                Arguments.of("text (text/plain)", "/data/videos/holiday.mp4".getBytes(UTF_8)),
                Arguments.of("text (text/plain)", "{\"error\":\"not found\"}".getBytes(UTF_8)),
                Arguments.of("an HTML page (text/html)", PAGE.getBytes(UTF_8)),
                Arguments.of("an XML document (application/xml)", "<?xml version='1.0'?><Error/>".getBytes(UTF_8)),
                Arguments.of(
                        "a playlist (application/vnd.apple.mpegurl)", "#EXTM3U\n#EXT-X-VERSION:3\n".getBytes(UTF_8)),
                Arguments.of("text (text/vtt)", "WEBVTT\n\n00:01.000 --> 00:02.000\nHi".getBytes(UTF_8)),
                Arguments.of("an archive (application/zip)", zip()),
                Arguments.of("an archive (application/x-tar)", tar()),
                Arguments.of("an archive (application/x-7z-compressed)", bytes("377abcaf271c0004")),
                Arguments.of("an archive (application/x-rar-compressed", bytes("526172211a0700")),
                Arguments.of("an archive (application/x-bzip2)", bytes("425a683931415926535900")),
                Arguments.of("an archive (application/x-xz)", bytes("fd377a585a000000")),
                Arguments.of("an archive (application/zstd)", bytes("28b52ffd00000000")),
                Arguments.of("a picture (image/png)", bytes("89504e470d0a1a0a0000000d49484452")),
                Arguments.of("a picture (image/jpeg)", bytes("ffd8ffe000104a464946")),
                Arguments.of("a picture (image/heic)", bytes("000000186674797068656963")),
                Arguments.of("a picture (image/svg+xml)", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)),
                Arguments.of("a document (application/pdf)", "%PDF-1.7\n".getBytes(UTF_8)),
                Arguments.of("a document (application/x-tika-msoffice)", bytes("d0cf11e0a1b11ae1")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noVideos")
    void strictRefusesWhatIsNoVideoBeforeAnythingIsSent(String what, byte[] body) {
        Exchange exchange = fixture.upload("contentCheck=strict", body);

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The body begins like " + what)
                .hasMessageContaining("contentCheck=warn");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noVideos")
    void warnNamesWhatIsNoVideoOnceAndSendsIt(String what, byte[] body) {
        fixture.assertArrived(fixture.upload("fileName=a.mp4", body), new TestVideo(body));

        assertThat(warnings())
                .singleElement()
                .asString()
                .contains("'a.mp4'", "begins like " + what, "contentCheck=strict", "contentCheck=off");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noVideos")
    void offLooksAtNothing(String what, byte[] body) {
        fixture.assertArrived(fixture.upload("contentCheck=off", body), new TestVideo(body));

        assertThat(warnings()).as(what).isEmpty();
    }

    static Stream<Arguments> videos() {
        return Stream.of(
                        "mp4 0000002066747970 69736f6d00000200",
                        "m4v 0000002066747970 4d345620",
                        "mov 0000001466747970 71742020",
                        "moov first 00001014 6d6f6f76 0000006c6d766864",
                        "wide 0000000877696465000000096d646174",
                        "3gp 0000001466747970 33677034",
                        "webm 1a45dfa39f4286810142f7810142f2810442f381084282847765626d",
                        "matroska 1a45dfa39f4286810142f7810142f2810442f3810842828 86d6174726f736b61",
                        "avi 5249464600000001 415649204c495354",
                        "mpeg program stream 000001ba44000400",
                        "mpeg transport stream 47400010 0000b00d0001c100000001f000",
                        "m2ts 0000000047400010",
                        "h264 000000016764001f",
                        "mxf 060e2b34020501010d01020101020400",
                        "flv 464c560105000000090000000",
                        "wmv 3026b2758e66cf11a6d900aa0062ce6c",
                        "ogg 4f67675300020000000000000000",
                        "mp3 4944330300000000",
                        "wav 5249464600000001 57415645666d7420",
                        "realmedia 2e524d4600000012",
                        "dv 1f07003f",
                        "zeros 0000000000000000000000")
                .map(row ->
                        Arguments.of(row.replaceAll(" [0-9a-f ]+$", ""), row.replaceAll("^.*? (?=[0-9a-f ]+$)", "")))
                .map(row -> Arguments.of(row.get()[0], bytes(((String) row.get()[1]).replace(" ", ""))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("videos")
    void strictLetsVideosAndUnknownBytesPass(String what, byte[] body) {
        fixture.assertArrived(fixture.upload("contentCheck=strict", body), new TestVideo(body));

        assertThat(warnings()).as(what).isEmpty();
    }

    static Stream<Function<byte[], Object>> everyKindOfBody() {
        return Stream.of(
                bytes -> bytes,
                ByteBuffer::wrap,
                bytes -> ByteBuffer.allocateDirect(bytes.length).put(bytes).flip(),
                bytes -> new TestVideo(bytes).stream(),
                bytes -> new TestVideo(bytes).tricklingStream(),
                InputStreamCache::new,
                bytes -> new TestVideo(bytes).file(folder, "page.mp4"),
                bytes -> new TestVideo(bytes).file(folder, "page.mp4").toFile());
    }

    @ParameterizedTest
    @MethodSource("everyKindOfBody")
    void everyKindOfBodyIsLookedAtAndSentWhole(Function<byte[], Object> kind) {
        byte[] longPage = (PAGE + "x".repeat(5 * 1024 * 1024)).getBytes(UTF_8);

        Exchange refused = fixture.upload("contentCheck=strict&partSize=5MiB", kind.apply(longPage));
        Exchange warned = fixture.upload("partSize=5MiB", kind.apply(longPage));

        assertThat(refused.getException()).hasMessageContaining("an HTML page (text/html)");
        assertThat(fixture.simulator().videos()).hasSize(1);
        fixture.assertArrived(warned, new TestVideo(longPage));
        assertThat(warnings()).hasSize(1);
    }

    @Test
    void aPartThatWasSpilledIsLookedAt() {
        byte[] page = (PAGE + "x".repeat(11 * 1024 * 1024)).getBytes(UTF_8);
        try (ApiVideoFixture spilling = ApiVideoFixture.start(simulator -> {}, context -> {
            ApiVideoComponent component = context.getComponent("apivideo", ApiVideoComponent.class);
            component.setBufferMemory("5MiB");
            component.setSpillDirectory(folder.toString());
        })) {
            Exchange exchange = spilling.upload("contentCheck=strict&partSize=8MiB", new TestVideo(page).stream());

            assertThat(exchange.getException()).hasMessageContaining("an HTML page");
            assertThat(folder.toFile().listFiles((dir, name) -> name.endsWith(".tmp")))
                    .isEmpty();
            assertThat(spilling.simulator().requests()).isEmpty();
        }
    }

    @Test
    void theFirstPartOfManyIsLookedAtToo() {
        String container = fixture.template()
                .request("apivideo:createVideo?title=by many", created -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        Map<String, Object> part = Map.of(
                ApiVideoConstants.VIDEO_ID, container,
                ApiVideoConstants.PART_NUMBER, 1,
                ApiVideoConstants.TOTAL_PARTS, 1);

        Exchange exchange = fixture.template().request("apivideo:uploadPart?contentCheck=strict", sent -> {
            sent.getMessage().setBody(PAGE.getBytes(UTF_8));
            sent.getMessage().setHeaders(new java.util.HashMap<>(part));
        });

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("an HTML page");
        assertThat(fixture.parts()).isEmpty();
    }

    @Test
    void laterPartsOfAVideoMayBeginAsTheyLike() {
        byte[] bytes = TestVideo.of(11 * 1024 * 1024).bytes();
        byte[] page = PAGE.getBytes(UTF_8);
        System.arraycopy(page, 0, bytes, 5 * 1024 * 1024, page.length);

        fixture.assertArrived(fixture.upload("contentCheck=strict&partSize=5MiB", bytes), new TestVideo(bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contentCheck=warn", "contentCheck=strict"})
    void multipartBodiesAreRefusedWithTheRemedy(String options) {
        for (String boundary : new String[] {"----WebKitFormBoundary7MA", "xyz"}) {
            byte[] form = multipart(boundary);
            Exchange exchange = fixture.upload(options, form, Map.of(Exchange.CONTENT_TYPE, "multipart/form-data"));

            assertThat(exchange.getException())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("multipart")
                    .hasMessageContaining(".unmarshal().mimeMultipart()");
        }
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--x\r\nContent-Transfer-Encoding: binary\r\nContent-Type: video/mp4\r\n\r\n",
                "--x\r\nContent-ID: <a>\r\n\r\n",
                "--x\r\nMIME-Version: 1.0\r\n\r\n",
                "--x\r\nX-Name: a\r\n\r\n",
                "\n--x\nContent-Type: video/mp4\n\n",
                "\r\n\r\n--x\r\nContent-Type: video/mp4\r\n\r\n",
                "This is a message with multiple parts in MIME format.\r\n--x\r\nContent-Type: video/mp4\r\n\r\n",
            })
    void whateverAMultipartBodyBeginsWith(String beginning) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(beginning.getBytes(UTF_8));
        body.writeBytes(TestVideo.of(1000).bytes());

        assertThat(fixture.upload("", body.toByteArray()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(".unmarshal().mimeMultipart()");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void aMultipartContentTypeThatIsLeftOverFromTheRequestDoesNoHarm() {
        TestVideo video = TestVideo.of(1000);

        fixture.assertArrived(
                fixture.upload(
                        "contentCheck=strict",
                        video.bytes(),
                        Map.of(Exchange.CONTENT_TYPE, "multipart/form-data; boundary=x")),
                video);
    }

    @ParameterizedTest
    @CsvSource({"'', true", "'', false", "contentCheck=strict, true"})
    void gzippedBodiesAreRefusedWithTheRemedy(String options, boolean header) throws IOException {
        Map<String, Object> headers = header ? Map.of(Exchange.CONTENT_ENCODING, "gzip") : Map.of();

        Exchange exchange = fixture.upload(options, gzip(TestVideo.of(1000).bytes()), headers);

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gzip")
                .hasMessageContaining(".unmarshal().gzipDeflater()");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void theRemediesForPathsAndFormsWork() throws Exception {
        TestVideo video = TestVideo.of(1000);
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:form").unmarshal().mimeMultipart().to("apivideo:upload?contentCheck=strict");
                from("direct:path")
                        .transform()
                        .body(String.class, path -> new File(path))
                        .to("apivideo:upload?contentCheck=strict");
            }
        });

        String path = video.file(folder, "remedy.mp4").toString();
        fixture.assertArrived(
                fixture.template()
                        .request("direct:path", sent -> sent.getMessage().setBody(path)),
                video);
        fixture.assertArrived(
                fixture.template().request("direct:form", sent -> {
                    sent.getMessage().setBody(multipart("xyz"));
                    sent.getMessage().setHeader(Exchange.CONTENT_TYPE, "multipart/form-data; boundary=xyz");
                }),
                video);
    }

    @Test
    void aLeftOverContentEncodingDoesNoHarm() {
        TestVideo video = TestVideo.of(1000);

        fixture.assertArrived(
                fixture.upload("contentCheck=strict", video.bytes(), Map.of(Exchange.CONTENT_ENCODING, "gzip")), video);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "contentCheck=strict"})
    void decodedTextIsRefusedWithTheRemedy(String options) {
        GenericFile<Object> file = new GenericFile<>();
        file.setBody("/data/video.mp4");
        for (Object text : new Object[] {
            "/data/video.mp4",
            new StringBuilder("abc"),
            new java.io.StringReader("abc"),
            "abc".toCharArray(),
            new StreamSource(new java.io.StringReader("abc")),
            file
        }) {
            assertThat(fixture.upload(options, text).getException())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("which is text and no video")
                    .hasMessageContaining(".transform().body(String.class, path -> new java.io.File(path))")
                    .hasMessageContaining("contentCheck=off")
                    .message()
                    .doesNotContain("/data");
        }
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void decodedTextIsSentWithoutTheCheck() {
        fixture.assertArrived(fixture.upload("contentCheck=off", "abc"), new TestVideo("abc".getBytes(UTF_8)));
    }

    @Test
    void aTextPartIsRefused() {
        Exchange exchange = fixture.template().request("apivideo:uploadPart?videoId=vi1&partNumber=2", sent -> {
            sent.getMessage().setBody("abc");
        });

        assertThat(exchange.getException()).hasMessageContaining("The body is a String");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void randomBytesOfAllLengthsPass() {
        for (int length : new int[] {1000, 10_000, 65_535, 65_536, 65_537, 200_000}) {
            TestVideo video = TestVideo.of(length);
            fixture.assertArrived(fixture.upload("contentCheck=strict", video.stream()), video);
        }
        assertThat(warnings()).isEmpty();
    }

    private Stream<String> warnings() {
        return log.list.stream()
                .filter(event -> event.getLevel().levelStr.equals("WARN"))
                .map(ILoggingEvent::getFormattedMessage);
    }

    /** A beginning, and what might follow. */
    private static byte[] bytes(String hex) {
        byte[] beginning = HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : hex + "0");
        byte[] bytes = new byte[20_000];
        new Random(1).nextBytes(bytes);
        System.arraycopy(beginning, 0, bytes, 0, beginning.length);
        return bytes;
    }

    private static byte[] multipart(String boundary) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(("--" + boundary + "\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n"
                        + "Content-Type: video/mp4\r\n\r\n")
                .getBytes(ISO_8859_1));
        form.writeBytes(TestVideo.of(1000).bytes());
        form.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(ISO_8859_1));
        return form.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(gzipped)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gzipped.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.mp4"));
            zip.write(TestVideo.of(1000).bytes());
        }
        return bytes.toByteArray();
    }

    private static byte[] tar() {
        byte[] tar = new byte[10_240];
        System.arraycopy("a.mp4".getBytes(ISO_8859_1), 0, tar, 0, 5);
        System.arraycopy("ustar\00000".getBytes(ISO_8859_1), 0, tar, 257, 8);
        return tar;
    }
}
