// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that many send: each belongs to the bytes for which it was planned, and to the container that was made for them. */
class PlannedFileTest {

    private static final TestVideo VIDEO = TestVideo.of(3 * PART + 17);

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private Path file;

    @BeforeEach
    void start() {
        file = VIDEO.file(folder, "a.mp4");
    }

    private Exchange send(String uri, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + uri, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private String createVideo() {
        return send("createVideo", null, Map.of()).getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    private List<PlannedPart> plan(Object body, String videoId) {
        return plan(body, videoId, PART);
    }

    private List<PlannedPart> plan(Object body, String videoId, int partSize) {
        Exchange planned = send(
                "planParts?partSize=" + partSize + "&videoId=" + videoId,
                body,
                Map.of(ApiVideoConstants.LENGTH, VIDEO.bytes().length));
        assertThat(planned.getException()).isNull();
        return parts(planned);
    }

    @SuppressWarnings("unchecked")
    private static List<PlannedPart> parts(Exchange planned) {
        return planned.getMessage().getBody(List.class);
    }

    private Exchange sendPart(PlannedPart part, Object body) {
        return send("uploadPart", body, Map.of(ApiVideoConstants.PLANNED_PART, part));
    }

    static Stream<Object> bodies() {
        return Stream.of(VIDEO.bytes(), ByteBuffer.wrap(VIDEO.bytes()));
    }

    @Test
    void aPlannedPartIsAllThatAPartNeeds() {
        String videoId = createVideo();
        for (PlannedPart part : plan(file, videoId)) {
            // As it comes out of a queue.
            String json = fixture.context().getTypeConverter().convertTo(String.class, part);
            assertThat(send("uploadPart", file, Map.of(ApiVideoConstants.PLANNED_PART, json))
                            .getException())
                    .isNull();
        }
        assertThat(fixture.simulator().video(videoId).orElseThrow().sha256()).isEqualTo(VIDEO.sha256());
    }

    @Test
    void aFileThatHasChangedSinceThePlanIsRefusedBeforeAByteIsSent() throws IOException {
        String videoId = createVideo();
        List<PlannedPart> parts = plan(file, videoId);
        assertThat(sendPart(parts.get(0), file).getException()).isNull();
        Files.write(file, differing(0, VIDEO.bytes().length));

        for (PlannedPart part : parts.subList(1, parts.size())) {
            assertThat(sendPart(part, file).getException())
                    .hasMessageContaining("part " + part.partNumber() + " has other bytes than the plan was made for");
        }
        assertThat(fixture.parts()).hasSize(1);
    }

    @Test
    void aFileOfAnotherLengthIsRefusedAndBothLengthsAreNamed() throws IOException {
        List<PlannedPart> parts = plan(file, createVideo());
        Files.write(file, Arrays.copyOf(VIDEO.bytes(), VIDEO.bytes().length + 1));
        assertThat(sendPart(parts.get(0), file).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The body has " + (VIDEO.bytes().length + 1) + " bytes")
                .hasMessageContaining("planned for one of " + VIDEO.bytes().length);
        assertThat(fixture.parts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {PART, 2 * PART - 1})
    void theFirstAndTheLastByteOfAPartTellItFromOthers(int at) throws IOException {
        List<PlannedPart> parts = plan(file, createVideo());
        Files.write(file, differing(at, at + 1));
        assertThat(sendPart(parts.get(0), file).getException())
                .as("the first part is the same")
                .isNull();
        assertThat(sendPart(parts.get(1), file).getException()).hasMessageContaining("part 2 has other bytes");
        assertThat(fixture.parts()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void distinguishesBytesInMemoryToo(Object body) {
        List<PlannedPart> parts = plan(body, createVideo());
        assertThat(sendPart(parts.get(3), body).getException()).isNull();
        assertThat(sendPart(parts.get(1), differing(PART, 2 * PART)).getException())
                .hasMessageContaining("part 2 has other bytes");
        assertThat(fixture.parts()).hasSize(1);
    }

    @Test
    void aPartThatComesAsAStreamIsHeldAgainstThePlan() {
        PlannedPart part = plan(file, createVideo()).get(1);
        Map<String, Object> headers = Map.of(
                ApiVideoConstants.VIDEO_ID, part.videoId(),
                ApiVideoConstants.PART_NUMBER, part.partNumber(),
                ApiVideoConstants.TOTAL_PARTS, part.totalParts(),
                ApiVideoConstants.PART_LENGTH, part.length(),
                ApiVideoConstants.PART_FINGERPRINT, part.fingerprint());
        assertThat(send("uploadPart", stream(differing(PART, 2 * PART), part), headers)
                        .getException())
                .hasMessageContaining("part 2 has other bytes");
        assertThat(fixture.parts()).isEmpty();
        assertThat(send("uploadPart", stream(VIDEO.bytes(), part), headers).getException())
                .isNull();
        assertThat(fixture.parts()).hasSize(1);
    }

    private static ByteArrayInputStream stream(byte[] bytes, PlannedPart part) {
        return new ByteArrayInputStream(bytes, (int) part.from(), (int) part.length());
    }

    private static byte[] differing(int from, int to) {
        byte[] bytes = VIDEO.bytes().clone();
        for (int at = from; at < to; at++) {
            bytes[at] ^= 0x55;
        }
        return bytes;
    }

    @Test
    void aHeaderThatSaysAnotherThingThanThePlannedPartIsRefused() {
        PlannedPart part = plan(file, createVideo()).get(1);
        Exchange refused = send(
                "uploadPart", file, Map.of(ApiVideoConstants.PLANNED_PART, part, ApiVideoConstants.PART_NUMBER, 3));
        assertThat(refused.getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CamelApiVideoPartNumber=3: the header CamelApiVideoPlannedPart says 2");
        assertThat(fixture.parts()).isEmpty();
    }

    @Test
    void aFingerprintThatIsNoneIsRefused() {
        Exchange refused =
                send("uploadPart?videoId=vi1&partNumber=1", file, Map.of(ApiVideoConstants.PART_FINGERPRINT, "abc"));
        assertThat(refused.getException()).hasMessageContaining("partFingerprint=abc: allowed is");
    }

    @Test
    void aContainerThatIsCompleteWithAnotherVideoIsNotTakenForTheVideoOfThePart() {
        TestVideo other = TestVideo.of(2 * PART + 1);
        String videoId =
                fixture.received(fixture.upload("partSize=5MiB", other.bytes())).videoId();
        int sent = fixture.parts().size();
        for (PlannedPart part : plan(file, videoId)) {
            assertThat(sendPart(part, file).getException())
                    .hasMessageContaining(
                            "container " + videoId + " is for 3 parts, and this is part " + part.partNumber() + " of 4")
                    .hasMessageContaining("another video");
        }
        assertThat(fixture.parts()).hasSize(sent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partSize=5MiB", "partSize=10MiB"})
    void aContainerThatIsCompleteWithAsManyPartsButOtherBytesIsNotTakenEither(String options) {
        TestVideo other = TestVideo.of(4 * PART);
        String videoId =
                fixture.received(fixture.upload(options, other.bytes())).videoId();
        for (PlannedPart part : plan(file, videoId)) {
            assertThat(sendPart(part, file).getException()).hasMessageContaining("another video");
        }
    }

    @Test
    void theVideoOfARegularUploadIsNotTakenForAPart() {
        String videoId =
                fixture.received(fixture.upload("", TestVideo.of(10).bytes())).videoId();
        for (PlannedPart part : plan(file, videoId)) {
            assertThat(sendPart(part, file).getException()).hasMessageContaining("another video");
        }
        Exchange byHand = send("uploadPart?partNumber=1&videoId=" + videoId, VIDEO.bytes(), Map.of());
        assertThat(byHand.getException()).isNotNull();
    }

    @Test
    void aMessageThatComesAgainWhenTheVideoIsCompleteIsAnswered() {
        String videoId = createVideo();
        List<PlannedPart> parts = plan(file, videoId);
        parts.forEach(part -> assertThat(sendPart(part, file).getException()).isNull());
        int sent = fixture.parts().size();
        parts.forEach(part -> {
            Exchange again = sendPart(part, file);
            assertThat(again.getException()).isNull();
            assertThat(again.getMessage().getHeader(ApiVideoConstants.VIDEO_ID)).isEqualTo(videoId);
        });
        assertThat(fixture.parts()).hasSize(sent);
    }

    @Test
    void aMessageThatComesAgainWhileTheVideoIsPutTogetherIsAnswered() {
        fixture.restart(simulator -> simulator.assemblyTime(Duration.ofHours(1)));
        List<PlannedPart> parts = plan(file, createVideo());
        parts.forEach(part -> assertThat(sendPart(part, file).getException()).isNull());
        parts.forEach(part -> assertThat(sendPart(part, file).getException()).isNull());
        assertThat(fixture.parts()).hasSize(parts.size());
    }

    @Test
    void aPartOfACompleteVideoOfWhichNothingElseIsKnownIsRefused() {
        String videoId = createVideo();
        for (PlannedPart part : plan(file, videoId)) {
            sendPart(part, file);
        }
        byte[] first = Arrays.copyOf(VIDEO.bytes(), PART);
        Exchange refused = send("uploadPart?partNumber=1&videoId=" + videoId, first, Map.of());
        assertThat(refused.getException())
                .hasMessageContaining("nothing tells whether that is the video of this part")
                .hasMessageContaining("CamelApiVideoTotalParts");
        assertThat(send("uploadPart?partNumber=1&totalParts=4&videoId=" + videoId, first, Map.of())
                        .getException())
                .isNull();
    }

    @Test
    void aPartThatIsThereInAContainerForAnotherNumberOfPartsIsNotAnswered() {
        String videoId = createVideo();
        byte[] part = Arrays.copyOf(VIDEO.bytes(), PART);
        send("uploadPart?partNumber=1&totalParts=2&videoId=" + videoId, part, Map.of());
        Exchange other = send("uploadPart?partNumber=1&totalParts=3&videoId=" + videoId, part, Map.of());
        assertThat(other.getException()).hasMessageContaining("is for 2 parts, and this is part 1 of 3");
    }

    @ParameterizedTest
    @CsvSource({"5242880, 10, 0", "16777216, 10, 0", "16777216, 10, 3600", "5242880, 20971520, 3600"})
    void aVideoThatIsCompleteWhenThePartArrivesIsNotTakenForTheVideoOfThePart(
            int partSize, int otherLength, int assemblySeconds) throws Exception {
        fixture.restart(simulator -> simulator.assemblyTime(Duration.ofSeconds(assemblySeconds)));
        String videoId = createVideo();
        PlannedPart part = plan(file, videoId, partSize).get(0);
        CountDownLatch otherIsThere = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(otherIsThere));
        CompletableFuture<Exchange> sending = fixture.template().asyncSend("apivideo:uploadPart", exchange -> {
            exchange.getMessage().setHeader(ApiVideoConstants.PLANNED_PART, part);
            exchange.getMessage().setBody(file);
        });
        Awaitility.await().until(() -> fixture.simulator().faults().injected() == 1);
        TestVideo other = TestVideo.of(otherLength);
        fixture.assertArrived(fixture.upload("partSize=10MiB&videoId=" + videoId, other.bytes()), other);
        otherIsThere.countDown();
        assertThat(sending.get(30, TimeUnit.SECONDS).getException()).hasMessageContaining("another video");
    }

    @Test
    void aBodyThatIsShorterThanItsPartIsRefused() {
        Exchange refused = send(
                "uploadPart?partNumber=2&totalParts=2&videoId=" + createVideo(),
                new ByteArrayInputStream(VIDEO.bytes(), 0, 100),
                Map.of(ApiVideoConstants.PART_LENGTH, 101));
        assertThat(refused.getException()).hasMessageContaining("The body has only 100 of the 101 bytes");
        assertThat(fixture.parts()).isEmpty();
    }

    @Test
    void aStreamIsPlannedWithoutReadingIt() throws IOException {
        ByteArrayInputStream stream = new ByteArrayInputStream(VIDEO.bytes());
        Exchange planned = send("planParts", stream, Map.of(ApiVideoConstants.LENGTH, VIDEO.bytes().length));
        assertThat(parts(planned)).isNotEmpty().allMatch(part -> part.fingerprint() == null);
        assertThat(stream.readAllBytes()).hasSize(VIDEO.bytes().length);
    }
}
