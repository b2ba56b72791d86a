// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

/** What a sender writes begins no line of its own, in no exception and in no log. */
class ForgedLinesTest {

    private static final String FORGED = "x\n2026-01-01 ERROR forged\r\u0085\u2028";
    private static final String BREAKS = "(?s).*[\r\n\u0085\u2028].*";

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelapivideo");

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void start() {
        log.start();
        ((Logger) LoggerFactory.getLogger("io.github.camelapivideo.simulator")).setLevel(Level.OFF);
        logger.setLevel(Level.TRACE);
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        logger.setLevel(null);
        ((Logger) LoggerFactory.getLogger("io.github.camelapivideo.simulator")).setLevel(null);
    }

    static List<String> headers() {
        return Stream.of(ApiVideoConstants.class.getFields())
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    /** Returns the URIs of the operations that read a header. */
    private static List<String> readers(String header) {
        return Stream.of(ApiVideoOperation.values())
                .filter(operation -> operation.headers().contains(header))
                .map(operation ->
                        "apivideo:" + operation + (operation == ApiVideoOperation.request ? "?path=/videos" : ""))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("headers")
    void noHeaderBeginsALine(String header) {
        for (Object value : List.of(
                FORGED,
                FORGED.repeat(100),
                new String[] {FORGED},
                List.of(FORGED),
                List.of(Map.of("key", FORGED)),
                List.of(Map.of("value", FORGED)),
                List.of(Map.of(FORGED, FORGED)),
                Map.of(FORGED, FORGED),
                Map.of("title", List.of(FORGED), "public", FORGED),
                Map.of("language", FORGED),
                Map.of("metadata", Map.of("camel-apivideo-" + FORGED, FORGED)),
                Map.of("metadata", FORGED),
                Map.of("clip", Map.of("endTimecode", FORGED)),
                Map.of("startTimecode", FORGED),
                Map.of("id", List.of(FORGED), FORGED, FORGED))) {
            readers(header).forEach(uri -> send(uri, null, Map.of(header, value)));
            Map<String, Object> part =
                    new HashMap<>(Map.of(ApiVideoConstants.VIDEO_ID, "vi1", ApiVideoConstants.PART_NUMBER, 1));
            part.put(header, value);
            send("apivideo:uploadPart", null, part);
            send("apivideo:upload?uploadKey=k", null, Map.of(header, value));
            send("apivideo:upload?uploadToken=t", null, Map.of(header, value));
        }
        send("apivideo:upload", "x", Map.of(header, FORGED));
        assertNoLineBegins();
    }

    @Test
    void noOptionThatIsEvaluatedBeginsALine() {
        for (String option :
                List.of("language", "clip.endTimecode", "uploadKey", "videoId", "fileName", "metadata.a")) {
            send("apivideo:upload?" + option + "=${header.sender}", "x", Map.of("sender", FORGED));
        }
        for (String option : List.of("language", "clip.endTimecode", "fileName", "metadata.a")) {
            send("apivideo:createVideo?" + option + "=${header.sender}", "x", Map.of("sender", FORGED));
        }
        send("apivideo:getStatus?videoId=${header.sender}", "x", Map.of("sender", FORGED));
        send("apivideo:uploadPart?videoId=vi1&partNumber=${header.sender}", "x", Map.of("sender", FORGED));
        assertNoLineBegins();
    }

    @Test
    void noNameOfAnAttachmentBeginsALine() {
        for (String operation : List.of("upload", "uploadPart?videoId=vi1&partNumber=1", "planParts")) {
            Exchange exchange = fixture.template().request("apivideo:" + operation, sent -> {
                AttachmentMessage message = sent.getMessage(AttachmentMessage.class);
                for (int i = 0; i < 20; i++) {
                    ByteArrayDataSource video = new ByteArrayDataSource(new byte[10], "video/mp4");
                    video.setName(FORGED.repeat(10) + i);
                    message.addAttachment(FORGED + i, new DataHandler(video));
                }
            });
            assertThat(exchange.getException()).hasMessageContaining("20 attachments");
            thrown.add(exchange.getException().getMessage());
        }
        assertNoLineBegins();
    }

    @Test
    void noNameOfAFileBeginsALine() throws Exception {
        Path file = folder.resolve(FORGED.replace('\u0085', '_') + ".mp4");
        for (String options : List.of("", "uploadKey=k")) {
            send("apivideo:upload?" + options, file, Map.of());
            send("apivideo:upload?" + options, file.toFile(), Map.of());
        }
        Files.createDirectory(file);
        send("apivideo:upload", file, Map.of());
        Files.delete(file);
        Files.write(file, TestVideo.of(10).bytes());
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(403));
        send("apivideo:upload", file, Map.of());
        send("apivideo:upload", file, Map.of());
        assertNoLineBegins();
    }

    private final List<String> thrown = new ArrayList<>();

    private void send(String uri, Object body, Map<String, Object> headers) {
        Exchange exchange = fixture.template().request(uri, sent -> {
            sent.getMessage().setBody(body);
            sent.getMessage().setHeaders(new HashMap<>(headers));
        });
        for (Throwable error = exchange.getException(); error != null; error = error.getCause()) {
            thrown.add(String.valueOf(error.getMessage()));
        }
    }

    private void assertNoLineBegins() {
        assertThat(thrown).noneMatch(text -> text.matches(BREAKS)).allMatch(text -> text.length() < 1000);
        assertThat(List.copyOf(log.list))
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.matches(BREAKS));
    }
}
