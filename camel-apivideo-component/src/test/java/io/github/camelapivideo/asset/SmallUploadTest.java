// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.ComponentState;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.asset.Caption;
import io.github.camelapivideo.api.asset.Chapter;
import io.github.camelapivideo.api.asset.WatermarkImage;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.testsupport.TestVideo;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A small file beside a video arrives as it is, whatever the body is. */
class SmallUploadTest {

    /** The operations that send a small file. */
    enum Upload {
        THUMBNAIL("uploadThumbnail", "/videos/{videoId}/thumbnail", SmallFiles.jpg(300_000), "jpg"),
        CAPTION("uploadCaption?language=fr", "/videos/{videoId}/captions/fr", SmallFiles.vtt("où ?"), "vtt"),
        CHAPTER("uploadChapter?language=fr", "/videos/{videoId}/chapters/fr", SmallFiles.vtt("un"), "vtt"),
        WATERMARK("uploadWatermark", "/watermarks", SmallFiles.png(1000), "png");

        private final String operation;
        private final String path;
        private final byte[] bytes;
        private final String extension;

        Upload(String operation, String path, byte[] bytes, String extension) {
            this.operation = operation;
            this.path = path;
            this.bytes = bytes;
            this.extension = extension;
        }
    }

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

    private Exchange send(String operation, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
            headers.forEach(exchange.getMessage()::setHeader);
        });
    }

    private Exchange send(Upload upload, Object body) {
        return send(upload.operation, body, Map.of());
    }

    private ReceivedFile received(Upload upload, Exchange exchange) {
        assertThat(exchange.getException()).isNull();
        String path = upload.path.replace("{videoId}", videoId);
        return fixture.simulator()
                .resource(
                        upload == Upload.WATERMARK
                                ? path + "/" + exchange.getMessage().getHeader(ApiVideoConstants.WATERMARK_ID)
                                : path)
                .orElseThrow();
    }

    private void assertArrived(Upload upload, Exchange exchange) {
        ReceivedFile file = received(upload, exchange);
        assertThat(file.sha256()).isEqualTo(TestVideo.sha256(upload.bytes));
        assertThat(file.fileName()).endsWith("." + upload.extension);
        assertThat(ComponentState.buffers(fixture.context().getComponent("apivideo", ApiVideoComponent.class)))
                .startsWith("PartBuffers: 0 of ");
    }

    private Path file(byte[] bytes, String name) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private GenericFile<Object> consumed(byte[] bytes) {
        GenericFile<Object> consumed = new GenericFile<>();
        consumed.setFile(file(bytes, "consumed").toFile());
        return consumed;
    }

    Stream<Function<byte[], Object>> bodies() {
        return Stream.of(
                bytes -> bytes,
                ByteBuffer::wrap,
                bytes -> file(bytes, "a"),
                bytes -> file(bytes, "b").toFile(),
                this::consumed,
                ByteArrayInputStream::new,
                InputStreamCache::new,
                bytes -> new TestVideo(bytes).tricklingStream());
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheBodyIs(Upload upload) {
        bodies().forEach(body -> assertArrived(upload, send(upload, body.apply(upload.bytes))));
    }

    @ParameterizedTest
    @EnumSource
    void alsoAsAnAttachmentBesideAText(Upload upload) {
        String type = upload.extension.equals("vtt") ? "text/vtt" : "image/" + upload.extension;
        Exchange exchange = fixture.template().request("apivideo:" + upload.operation, message -> {
            message.getMessage().setBody("See the attachment");
            message.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
            message.getMessage(AttachmentMessage.class)
                    .addAttachment("other", new DataHandler(new ByteArrayDataSource(new byte[9], "video/mp4")));
            message.getMessage(AttachmentMessage.class)
                    .addAttachment("mine", new DataHandler(new ByteArrayDataSource(upload.bytes, type)));
        });
        assertArrived(upload, exchange);
        assertThat(received(upload, exchange).fileName()).isEqualTo("mine." + upload.extension);
    }

    @Test
    void theTextOfACaptionCanBeTheBody() {
        String text = "WEBVTT\n\n00:00.000 --> 00:02.000\nÀ bientôt 👋\n";
        Exchange exchange = send("uploadCaption?language=fr", text, Map.of(Exchange.CHARSET_NAME, "ISO-8859-1"));
        assertThat(new String(received(Upload.CAPTION, exchange).bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(text);
    }

    @Test
    void theAnswerIsTheBody() {
        assertThat(send(Upload.THUMBNAIL, SmallFiles.webp(99))
                        .getMessage()
                        .getBody(Video.class)
                        .videoId())
                .isEqualTo(videoId);
        assertThat(send(Upload.CAPTION, Upload.CAPTION.bytes)
                        .getMessage()
                        .getBody(Caption.class)
                        .srclang())
                .isEqualTo("fr");
        assertThat(send(Upload.CHAPTER, Upload.CHAPTER.bytes)
                        .getMessage()
                        .getBody(Chapter.class)
                        .language())
                .isEqualTo("fr");
        assertThat(send(Upload.WATERMARK, Upload.WATERMARK.bytes)
                        .getMessage()
                        .getBody(WatermarkImage.class)
                        .watermarkId())
                .startsWith("watermark_");
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalThatPassesIsRepeatedWithTheSameBytes(Upload upload) {
        fixture.simulator().faults().on("POST", upload.path).times(2).then(Fault.tooManyRequests());
        assertArrived(upload, send(upload, new ByteArrayInputStream(upload.bytes)));
    }

    static Stream<Arguments> names() {
        byte[] jpg = SmallFiles.jpg(50);
        return Stream.of(
                Arguments.of("cover.jpg", jpg, "cover.jpg"),
                Arguments.of("cover.JPEG", jpg, "cover.jpeg"),
                Arguments.of("cover", jpg, "cover.jpg"),
                Arguments.of("v1.2", jpg, null),
                Arguments.of("cover", SmallFiles.png(50), "cover.png"),
                Arguments.of("cover.webp", SmallFiles.webp(50), "cover.webp"),
                Arguments.of(".jpg", jpg, ".jpg.jpg"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void theNameThatIsSentFitsTheContent(String name, byte[] image, String sent) {
        Exchange exchange = send("uploadThumbnail", image, Map.of(ApiVideoConstants.FILE_NAME, name));
        if (sent == null) {
            assertThat(exchange.getException())
                    .hasMessage("fileName=" + name + ": the content is jpg; allowed are names without an extension, or"
                            + " with one that fits");
        } else {
            assertThat(received(Upload.THUMBNAIL, exchange).fileName()).isEqualTo(sent);
        }
    }

    @Test
    void aNameThatTheExchangeHasGetsTheExtensionOfTheContent() {
        Exchange exchange = send("uploadThumbnail", SmallFiles.png(50), Map.of(Exchange.FILE_NAME, "in/talk.mp4"));
        assertThat(received(Upload.THUMBNAIL, exchange).fileName()).isEqualTo("talk.png");
        exchange = send("uploadCaption?language=fr", Upload.CAPTION.bytes, Map.of());
        assertThat(received(Upload.CAPTION, exchange).fileName()).isEqualTo("caption.vtt");
    }

    static Stream<Arguments> refused() {
        byte[] text = "no".getBytes();
        byte[] latin = {'W', 'E', 'B', 'V', 'T', 'T', '\n', (byte) 0xe9};
        byte[] cut = {'W', 'E', 'B', 'V', 'T', 'T', '\n', (byte) 0xc3};
        String image = "The body does not begin like an image: ";
        String vtt = "The body is no WebVTT file: it must begin with a line that is WEBVTT, or WEBVTT and a space";
        String utf8 = "The body is not UTF-8, which the text of captions and chapters must be";
        return Stream.of(
                Arguments.of("uploadThumbnail", text, image + "A thumbnail may be jpg, png, webp"),
                Arguments.of("uploadThumbnail", "text", image + "A thumbnail may be jpg, png, webp"),
                Arguments.of("uploadWatermark", SmallFiles.webp(50), image + "A watermark may be jpg, png"),
                Arguments.of("uploadThumbnail", new byte[0], "The body is empty"),
                Arguments.of("uploadThumbnail", null, "The body is null: there is nothing to upload"),
                Arguments.of("uploadCaption?language=fr", text, vtt),
                Arguments.of("uploadCaption?language=fr", "WEBVTTX", vtt),
                Arguments.of("uploadCaption?language=fr", "/tmp/fr.vtt", vtt),
                Arguments.of("uploadChapter?language=fr", latin, utf8),
                Arguments.of("uploadChapter?language=fr", cut, utf8),
                Arguments.of(
                        "uploadThumbnail",
                        SmallFiles.png(8_000_001),
                        "The body has more than 8000000 bytes: A thumbnail may have at most 8000000"),
                Arguments.of(
                        "uploadThumbnail",
                        new ByteArrayInputStream(SmallFiles.png(8_000_001)),
                        "The body has more than 8000000 bytes: A thumbnail may have at most 8000000"),
                Arguments.of(
                        "uploadCaption?language=fr",
                        new ByteArrayInputStream(Arrays.copyOf(SmallFiles.vtt("a"), 32 * 1024 * 1024 + 1)),
                        "The body has more than 33554432 bytes: A caption may have at most 33554432"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatCannotBeSuchAFileIsRefusedBeforeAnythingIsSent(String operation, Object body, String message) {
        int before = fixture.simulator().requests().size();
        Exchange failed = send(operation, body, Map.of());
        assertThat(failed.getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(failed.getException()).hasMessageStartingWith(message);
        assertThat(fixture.simulator().requests()).hasSize(before);
    }

    @Test
    void theLargestThumbnailIsSent() {
        byte[] largest = SmallFiles.jpg(8_000_000);
        assertThat(received(Upload.THUMBNAIL, send(Upload.THUMBNAIL, new ByteArrayInputStream(largest)))
                        .sha256())
                .isEqualTo(TestVideo.sha256(largest));
    }

    @ParameterizedTest
    @CsvSource({
        "'WEBVTT',true",
        "'\uFEFFWEBVTT - a title\n',true",
        "'WEBVTT\ta',true",
        "'WEBVTT\r\n',true",
        "'webvtt',false"
    })
    void theFirstLineOfACaptionSaysWhatItIs(String text, boolean accepted) {
        Exchange exchange = send(Upload.CAPTION, text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(exchange.getException() == null).isEqualTo(accepted);
    }

    @ParameterizedTest
    @EnumSource(names = {"THUMBNAIL", "CAPTION", "CHAPTER"})
    void aVideoThatDoesNotExistIsAnError(Upload upload) {
        videoId = "vi1";
        assertThat(send(upload, upload.bytes)
                        .getException(ApiVideoException.Rejected.class)
                        .getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void theStreamIsClosedHoweverItEnds(Upload upload) {
        AtomicInteger closed = new AtomicInteger();
        send(upload, counting(upload.bytes, closed));
        send(upload, counting(new byte[9], closed));
        fixture.simulator().faults().on().method("POST").then(Fault.status(400));
        send(upload, counting(upload.bytes, closed));
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(closed).hasValue(3));
    }

    private static InputStream counting(byte[] bytes, AtomicInteger closed) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }
}
