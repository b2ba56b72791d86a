// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.body;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.activation.FileDataSource;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;
import org.apache.camel.attachment.CamelFileDataSource;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The video that a message carries beside its body, as mails and forms do. */
class AttachmentsTest {

    private static final TestVideo VIDEO = TestVideo.of(PART + 7);

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private record Streamed(TestVideo video, String getName, String getContentType) implements DataSource {
        @Override
        public InputStream getInputStream() {
            return video.stream();
        }

        @Override
        public OutputStream getOutputStream() {
            throw new UnsupportedOperationException();
        }
    }

    private static DataHandler data(String name, String type) {
        return new DataHandler(new Streamed(VIDEO, name, type));
    }

    private Exchange upload(Object body, Map<String, DataHandler> attachments, Map<String, Object> headers) {
        return fixture.template().request("apivideo:upload?partSize=5MiB", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            attachments.forEach(exchange.getMessage(AttachmentMessage.class)::addAttachment);
        });
    }

    private void assertArrived(Exchange exchange, String name) {
        fixture.assertArrived(exchange, VIDEO);
        assertThat(fixture.received(exchange).title()).isEqualTo(name);
        assertThat(fixture.parts().get(0).fileName()).isEqualTo(name);
    }

    @Test
    void aDataHandlerIsABodyAndHasAName() {
        assertArrived(upload(data("talk.mp4", "video/mp4"), Map.of(), Map.of()), "talk.mp4");
    }

    @Test
    void aDataSourceIsABodyAndHasAName() {
        assertArrived(upload(new Streamed(VIDEO, "talk.mp4", "video/mp4"), Map.of(), Map.of()), "talk.mp4");
    }

    @Test
    void aFileAsDataIsReadInPlace() {
        DataSource file = new FileDataSource(VIDEO.file(folder, "talk.mp4").toFile());

        assertArrived(upload(new DataHandler(file), Map.of(), Map.of()), "talk.mp4");

        assertThat(fixture.parts())
                .extracting("contentRange")
                .contains("part 2/2")
                .doesNotContain("part 1/*");
    }

    @Test
    void theOnlyVideoIsTakenWhereTheBodyIsNone() {
        for (Object body : new Object[] {
            null, "", "see attached", new byte[0], new InputStreamCache(new byte[0]), Map.of("title", "a form")
        }) {
            fixture.simulator().reset();
            assertArrived(
                    upload(
                            body,
                            Map.of(
                                    "file",
                                    data("talk.mp4", "video/mp4; name=talk.mp4"),
                                    "logo",
                                    data("l.png", "image/png")),
                            Map.of()),
                    "talk.mp4");
        }
    }

    @Test
    void anAttachmentWithoutANameGoesByItsKey() {
        for (String name : new String[] {null, "", " "}) {
            fixture.simulator().reset();
            Map<String, DataHandler> attached = Map.of("key.mp4", data(name, "video/mp4"));

            fixture.assertArrived(upload(null, attached, Map.of()), VIDEO);

            assertThat(fixture.parts().get(0).fileName()).isEqualTo("key.mp4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/octet-stream", "application/mxf", ""})
    void whatMayBeAVideoIsTakenWhereNoneIsDeclared(String type) {
        Map<String, DataHandler> attached = Map.of("a", data("talk.mp4", type), "b", data("notes.txt", "text/plain"));

        assertArrived(upload(null, attached, Map.of()), "talk.mp4");
    }

    @Test
    void aVideoInTheBodyComesFirst() {
        Map<String, DataHandler> attached =
                Map.of("a", new DataHandler(new Streamed(TestVideo.of(5), "b", "video/mp4")));

        fixture.assertArrived(upload(VIDEO.bytes(), attached, Map.of()), VIDEO);
        fixture.assertArrived(upload(VIDEO.stream(), attached, Map.of()), VIDEO);
    }

    @Test
    void severalAreNamedAndNoneIsTaken() {
        Map<String, DataHandler> attached = new LinkedHashMap<>();
        attached.put("a", data("one.mp4", "video/mp4"));
        attached.put("b", data("two.mov", "video/quicktime"));

        Exchange exchange = upload("see attached", attached, Map.of());

        assertThat(exchange.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one.mp4, two.mov")
                .hasMessageContaining("a split of getAttachments().values()");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void severalAreSentOneByOneAfterASplit() throws Exception {
        fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:mail")
                        .split()
                        .exchange(mail -> mail.getMessage(AttachmentMessage.class)
                                .getAttachments()
                                .values())
                        .to("apivideo:upload");
            }
        });

        fixture.template().request("direct:mail", exchange -> {
            exchange.getMessage().setBody("see attached");
            exchange.getMessage(AttachmentMessage.class).addAttachment("a", data("one.mp4", "video/mp4"));
            exchange.getMessage(AttachmentMessage.class).addAttachment("b", data("two.mp4", "video/mp4"));
        });

        assertThat(fixture.simulator().videos())
                .hasSize(2)
                .allSatisfy(video -> assertThat(video.sha256()).isEqualTo(VIDEO.sha256()))
                .extracting(ReceivedVideo::title)
                .containsExactlyInAnyOrder("one.mp4", "two.mp4");
    }

    @Test
    void picturesAndTextsAreNoVideos() {
        Map<String, DataHandler> attached = Map.of("a", data("l.png", "image/png"), "b", data("n.txt", "text/plain"));

        assertThat(upload(null, attached, Map.of()).getException()).hasMessageContaining("The body is null");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void theLengthOfTheMessageIsNotThatOfTheAttachment() {
        Map<String, DataHandler> attached = Map.of("a", data("talk.mp4", "video/mp4"));

        assertArrived(upload("text", attached, Map.of(Exchange.CONTENT_LENGTH, 17)), "talk.mp4");
    }

    @Test
    void anAttachmentGoesByItsOwnNameAfterAFileWasConsumed() {
        Map<String, DataHandler> attached = Map.of("a", data("talk.mp4", "video/mp4"));
        Map<String, Object> consumed = Map.of(
                Exchange.FILE_NAME_CONSUMED,
                "mail.eml",
                Exchange.FILE_NAME_ONLY,
                "mail.eml",
                Exchange.FILE_NAME,
                "mail.eml");

        assertArrived(upload("text", attached, consumed), "talk.mp4");
    }

    @Test
    void anUploadedFormFileIsTheBodyAndGoesByTheNameThatItWasSentWith() {
        Path temporary = VIDEO.file(folder, "0a1b2c-upload");
        Map<String, DataHandler> attached =
                Map.of("file", new DataHandler(new CamelFileDataSource(temporary.toFile(), "talk.mp4")));

        assertArrived(upload(temporary.toFile(), attached, Map.of(Exchange.FILE_NAME, "talk.mp4")), "talk.mp4");
        fixture.simulator().reset();
        assertArrived(upload(Map.of("title", "x"), attached, Map.of()), "talk.mp4");
    }

    @Test
    void otherOperationsAskForNoAttachment() {
        Exchange exchange = fixture.template().request("apivideo:createVideo?title=x", created -> {
            created.getMessage(AttachmentMessage.class).addAttachment("a", data("one.mp4", "video/mp4"));
            created.getMessage(AttachmentMessage.class).addAttachment("b", data("two.mp4", "video/mp4"));
        });

        assertThat(exchange.getException()).isNull();
    }
}
