// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.secret;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Text of a message's sender arrives unchanged and ends up in no other place. */
class InjectionTest {

    private static final List<String> KNOWN_PATHS = List.of("/auth/api-key", "/videos", "/discarded/videos", "/upload");

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void stop() {
        assertThat(fixture.simulator().requests())
                .extracting(RecordedRequest::path)
                .allMatch(path -> KNOWN_PATHS.contains(path) || path.matches("/videos/vi\\w+(/source|/status)?"));
        assertThat(fixture.simulator().requests())
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("X-Evil"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nX-Evil: 1\r\n\r\nb",
                "a\0b",
                "\",\"public\":false,\"x\":\"",
                "\\\",\\u0000",
                "../../../auth/api-key",
                "a&metadata[camel-apivideo-key]=b&pageSize=1#c",
                "%0d%0aX-Evil:%201",
                "köln 映画 \uD83C\uDFA5"
            })
    void textArrivesAsItIs(String text) {
        TestVideo video = TestVideo.of(2 * PART);
        Map<String, Object> headers = Map.of(
                ApiVideoConstants.TITLE, text,
                ApiVideoConstants.DESCRIPTION, text,
                ApiVideoConstants.METADATA, Map.of("who", text),
                ApiVideoConstants.UPLOAD_KEY, text);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.status(403));
        fixture.upload("partSize=5MiB", video.bytes(), headers);

        Exchange exchange = fixture.upload("partSize=5MiB", video.bytes(), headers);

        fixture.assertArrived(exchange, video);
        assertThat(fixture.simulator().videos()).as("found by its key").hasSize(1);
        assertThat(fixture.received(exchange).creation())
                .containsEntry("title", text)
                .containsEntry("description", text)
                .doesNotContainKey("public");
        assertThat(fixture.received(exchange).creation().get("metadata").toString())
                .contains("{key=who, value=" + text + "}")
                .contains("{key=camel-apivideo-key, value=" + text + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../videos", "vi1/source", "vi1?x=1", "vi1\r\nX-Evil: 1", "vi1\0", "", "vi%2f1", "vi1#", "."})
    void anIdentifierThatIsNoneIsRefusedOrLeft(String videoId) {
        for (String operation : List.of("getStatus", "getVideo", "deleteVideo", "uploadPart")) {
            Exchange exchange = fixture.template().request("apivideo:" + operation, sent -> {
                sent.getMessage().setBody("x");
                sent.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
                sent.getMessage().setHeader(ApiVideoConstants.PART_NUMBER, 1);
            });
            assertThat(exchange.getException())
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("videoId");
        }
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", ".", "a/..", "\\..\\..", "\r\n", "/"})
    void aNameThatIsNoneIsNotSent(String name) {
        fixture.received(fixture.upload("", TestVideo.of(10).bytes(), Map.of(ApiVideoConstants.FILE_NAME, name)));
        assertThat(fixture.parts().get(0).fileName()).matches("[^./\\\\\\p{Cntrl}]+");
    }

    @Test
    void anUploadKeyMakesNoLineOfItsOwnInTheLog() {
        Map<String, Object> key = Map.of(ApiVideoConstants.UPLOAD_KEY, "k\r\n\u0085\u2028ERROR forged");
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.status(403));
        fixture.upload("partSize=5MiB", TestVideo.of(2 * PART).bytes(), key);
        fixture.simulator().faults().on(RequestKind.LIST).times(1).then(Fault.status(503));
        Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelapivideo.internal");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.TRACE);
        try {
            fixture.upload("partSize=5MiB", TestVideo.of(3 * PART).bytes(), key);
        } finally {
            logger.setLevel(null);
            logger.detachAppender(log);
        }
        List<String> lines = List.copyOf(log.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
        assertThat(lines).filteredOn(line -> line.contains("forged")).hasSizeGreaterThan(1);
        assertThat(lines).noneMatch(line -> line.matches("(?s).*[\r\n\u0085\u2028].*"));
    }

    @Test
    void anUploadTokenCannotLeaveItsPlace() {
        String token = fixture.simulator().createUploadToken(Duration.ZERO);
        fixture.options().setUploadToken(token + "&videoId=vi1\r\nX-Evil: 1#");
        Exchange exchange = fixture.upload("", TestVideo.of(10).bytes());
        assertThat(exchange.getException()).hasMessageContaining("4");
        assertThat(fixture.simulator().videos()).isEmpty();
    }
}
