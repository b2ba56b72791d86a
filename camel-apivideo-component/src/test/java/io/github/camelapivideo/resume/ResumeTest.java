// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.resume;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResumeTest {

    private static final String KEYED = "uploadKey=${header.key}&partSize=5MiB";
    private static final Map<String, Object> KEY = Map.of("key", "holiday.mp4-1 & \"2\"/ü");

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private interface Bodies {
        Object body(TestVideo video, Path folder);
    }

    static Stream<Arguments> bodies() {
        Map<String, Bodies> bodies = Map.of(
                "file", (video, folder) -> video.file(folder, "a.mp4"),
                "bytes", (video, folder) -> video.bytes(),
                "stream", (video, folder) -> video.tricklingStream(),
                "stream cache", (video, folder) -> new InputStreamCache(video.bytes()));
        return bodies.entrySet().stream().flatMap(body -> Stream.of(1, 4).flatMap(parallelism -> Stream.of(1, 2, 3, 4)
                .map(failing -> Arguments.of(body.getKey(), parallelism, failing, body.getValue()))));
    }

    @ParameterizedTest(name = "{0}, {1} at once, part {2} refused")
    @MethodSource("bodies")
    void anUploadWithTheKeyOfAFailedOneSendsOnlyTheMissingParts(
            String name, int parallelism, int failing, Bodies bodies) {
        TestVideo video = TestVideo.of(3 * PART + 1);
        failOnPart(failing);
        Exchange failed = upload("&parallelism=" + parallelism, bodies.body(video, folder));
        assertThat(failed.getException()).isInstanceOf(UploadFailed.class).hasMessageContaining("kept");
        List<Integer> present = received().parts();

        Exchange resumed = upload("&parallelism=" + parallelism, bodies.body(video, folder));

        fixture.assertArrived(resumed, video);
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(resumed.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.BYTES, (long) video.bytes().length)
                .containsEntry(ApiVideoConstants.PARTS, 4);
        assertThat(accepted()).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(present).doesNotContain(failing);
    }

    @Test
    void aCompleteUploadIsAnsweredAndNothingIsSentAgain() {
        TestVideo video = TestVideo.of(2 * PART);
        Exchange first = upload("", video.bytes());
        int sent = fixture.parts().size();
        InputStream body = video.stream();

        Exchange again = upload("", body);

        fixture.assertArrived(again, video);
        assertThat(fixture.parts()).hasSize(sent);
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(again.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.PLAYER_URL, first.getMessage().getHeader(ApiVideoConstants.PLAYER_URL))
                .containsEntry(ApiVideoConstants.BYTES, (long) video.bytes().length)
                .containsEntry(ApiVideoConstants.PARTS, 2);
        assertThat(body).as("its end alone shows how long it is").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 3 * PART + 1})
    @Timeout(20)
    void anUploadThatIsAllThereIsCompleteThoughItsStatusStillSaysOtherwise(long length) {
        fixture.restart(simulator -> simulator.assemblyTime(Duration.ofHours(1)));
        TestVideo video = TestVideo.of(length);
        upload("", video.bytes());
        int sent = fixture.parts().size();

        Exchange again = upload("", video.bytes());

        fixture.assertArrived(again, video);
        assertThat(fixture.parts()).hasSize(sent);
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(again.getMessage().getHeaders()).containsEntry(ApiVideoConstants.BYTES, (long) video.bytes().length);
    }

    @Test
    void theContainerSaysWhoseItIsAndHowItIsCut() {
        upload("", TestVideo.of(PART + 1).bytes());
        assertThat(received().creation().get("metadata").toString())
                .contains("camel-apivideo-upload")
                .contains("camel-apivideo-key")
                .contains((String) KEY.get("key"))
                .contains("camel-apivideo-part-size")
                .contains(String.valueOf(PART))
                .contains("camel-apivideo-length")
                .contains(String.valueOf(PART + 1));
    }

    static Stream<Arguments> others() {
        return Stream.of(
                Arguments.of("another length", "&partSize=5MiB", 3 * PART + 2, "is for " + (3 * PART + 1) + " bytes"),
                Arguments.of("another part size", "&partSize=6MiB", 3 * PART + 1, "has parts of " + PART + " bytes"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    void aContainerThatDoesNotFitIsPassedOver(String name, String options, int length, String reason) {
        failOnPart(2);
        uploadAs("uploadKey=k&partSize=5MiB", TestVideo.of(3 * PART + 1).bytes());
        TestVideo other = TestVideo.of(length);

        Exchange strict = uploadAs("uploadKey=k&resume=strict" + options, other.bytes());
        int sent = fixture.parts().size();
        assertThat(strict.getException()).isInstanceOf(UploadFailed.class).hasMessageContaining(reason);
        assertThat(fixture.parts()).hasSize(sent);
        assertThat(fixture.simulator().videos()).hasSize(1);

        fixture.assertArrived(uploadAs("uploadKey=k" + options, other.bytes()), other);
        assertThat(fixture.simulator().videos()).hasSize(2);
        // From now on, the one that is complete is found.
        fixture.assertArrived(uploadAs("uploadKey=k&resume=strict" + options, other.bytes()), other);
        assertThat(fixture.simulator().videos()).hasSize(2);
    }

    @Test
    void aStreamWhosePartsGrowIsCutAtTheSameBoundariesAgain() {
        TestVideo video = TestVideo.of(3 * 12 * 1024 * 1024 + 3 * 1792 * 1024 + 1);
        failOnPart(3);
        uploadAs("uploadKey=k&parallelism=1", video.tricklingStream());
        assertThat(received().parts()).containsExactly(1, 2);
        assertThat(received().creation().get("metadata").toString()).contains("12582912+1835008/60+8388608..");

        Exchange resumed = uploadAs("uploadKey=k&parallelism=2", video.tricklingStream());

        fixture.assertArrived(resumed, video);
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(accepted()).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void aContainerThatIsDiscardedIsPassedOver() {
        TestVideo video = TestVideo.of(3 * PART);
        failOnPart(2);
        uploadAs("uploadKey=k&partSize=5MiB", video.bytes());
        String discarded = received().videoId();
        fixture.simulator().discard(discarded);

        Exchange strict = uploadAs("uploadKey=k&resume=strict&partSize=5MiB", video.bytes());
        assertThat(strict.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("container " + discarded + " is discarded");
        assertThat(fixture.simulator().videos()).isEmpty();

        fixture.assertArrived(uploadAs("uploadKey=k&partSize=5MiB", video.bytes()), video);
        assertThat(received().videoId()).isNotEqualTo(discarded);
        // From now on, the one that is complete is found.
        fixture.assertArrived(uploadAs("uploadKey=k&resume=strict", video.bytes()), video);
    }

    @Test
    void aBodyThatIsEmptyThisTimeTellsOfTheContainerThatIsKept() {
        failOnPart(1);
        uploadAs("uploadKey=k&partSize=5MiB&parallelism=1", TestVideo.of(3 * PART).stream());
        Exchange empty = uploadAs("uploadKey=k&partSize=5MiB", InputStream.nullInputStream());
        assertThat(empty.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("container " + received().videoId() + " kept");
    }

    @Test
    void anAccountThatCannotDiscardUploadsWithAKeyToo() {
        fixture.simulator().faults().on(RequestKind.DISCARDED).then(Fault.status(403));
        TestVideo video = TestVideo.of(10);
        fixture.assertArrived(uploadAs("uploadKey=k&resume=strict", video.bytes()), video);
    }

    @Test
    void aContainerThatIsDeletedMeanwhileIsNotSaidToBeKept() {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.deleteContainer());
        Exchange exchange =
                uploadAs("uploadKey=k&partSize=5MiB", TestVideo.of(3 * PART).bytes());
        assertThat(exchange.getException())
                .hasMessageContaining("is gone")
                .message()
                .doesNotContain("kept");
    }

    @Test
    void withoutAWantedPartSizeTheOneOfTheContainerHolds() {
        TestVideo video = TestVideo.of(4 * PART);
        failOnPart(3);
        uploadAs("uploadKey=k&partSize=5MiB", video.bytes());
        fixture.assertArrived(uploadAs("uploadKey=k&parallelism=1", video.bytes()), video);
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(accepted()).containsExactlyInAnyOrder(1, 2, 3, 4);
    }

    @Test
    void aContainerThatWasBegunByBytesIsPassedOver() throws Exception {
        TestVideo video = TestVideo.of(3 * PART);
        failOnPart(1);
        uploadAs("uploadKey=k&partSize=5MiB&parallelism=1", video.bytes());
        sendBytes(received().videoId());
        fixture.assertArrived(uploadAs("uploadKey=k&partSize=5MiB", video.bytes()), video);
        assertThat(fixture.simulator().videos()).hasSize(2);
    }

    @Test
    void aContainerWhoseLastPartWasNotSentAsTheLastIsPassedOver() {
        TestVideo video = TestVideo.of(2 * PART);
        failOnPart(1);
        uploadAs("uploadKey=k&partSize=5MiB&parallelism=1", video.bytes());
        String uri = "apivideo:uploadPart?partNumber=2&videoId=" + received().videoId();
        fixture.template().sendBody(uri, TestVideo.of(PART).bytes());
        fixture.assertArrived(uploadAs("uploadKey=k&partSize=5MiB", video.bytes()), video);
        assertThat(fixture.simulator().videos()).hasSize(2);
    }

    private void sendBytes(String videoId) throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + "x".repeat(PART)
                + "\r\n--b--\r\n";
        String key = Base64.getEncoder().encodeToString((fixture.simulator().apiKey() + ":").getBytes());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(fixture.simulator().baseUri() + "/videos/" + videoId + "/source"))
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .header("Content-Range", "bytes 0-" + (PART - 1) + "/" + 3 * PART)
                .POST(HttpRequest.BodyPublishers.ofString(form, StandardCharsets.US_ASCII))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @Test
    void aStreamThatEndsElsewhereThanTheOneWhosePartsAreThereIsRefused() {
        failOnPart(3);
        TestVideo video = TestVideo.of(4 * PART);
        uploadAs("uploadKey=k&partSize=5MiB&parallelism=1", video.stream());
        int sent = fixture.parts().size();
        Exchange shorter = uploadAs("uploadKey=k&partSize=5MiB", new ByteArrayInputStream(video.bytes(), 0, PART + 1));
        assertThat(shorter.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("another body with the same uploadKey");
        assertThat(fixture.parts()).hasSize(sent);
    }

    @Test
    void redeliversAStreamCacheIntoTheSameContainer() throws Exception {
        TestVideo video = TestVideo.of(3 * PART);
        failOnPart(3);
        fixture.context().addRoutes(new org.apache.camel.builder.RouteBuilder() {
            @Override
            public void configure() {
                onException(UploadFailed.class).maximumRedeliveries(1).redeliveryDelay(0);
                from("direct:redeliver").to("apivideo:upload?uploadKey=k&partSize=5MiB&parallelism=1");
            }
        });
        Exchange exchange = fixture.template()
                .request("direct:redeliver", sent -> sent.getMessage().setBody(video.stream()));
        fixture.assertArrived(exchange, video);
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(fixture.parts()).extracting(RecordedRequest::partNumber).containsExactly(1, 2, 3, 3);
    }

    @Test
    void aStreamCacheIsResumedAgainAndAgain() {
        TestVideo video = TestVideo.of(3 * PART);
        StreamCache cache = new InputStreamCache(new ByteArrayInputStream(video.bytes()).readAllBytes());
        for (int part = 1; part <= 3; part++) {
            failOnPart(part);
            uploadAs("uploadKey=k&partSize=5MiB&parallelism=1", cache);
        }
        fixture.assertArrived(uploadAs("uploadKey=k&partSize=5MiB&parallelism=1", cache), video);
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(accepted()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void theContainerOfAFailedUploadIsKeptOnlyWhereItCanBeGoneOnWith() {
        byte[] video = TestVideo.of(PART).bytes();
        for (Map.Entry<String, Boolean> kept : Map.of(
                        "", false,
                        "uploadKey=k", true,
                        "onFailure=delete&uploadKey=k", false,
                        "onFailure=keep", true)
                .entrySet()) {
            fixture.simulator().reset();
            failOnPart(1);
            uploadAs(kept.getKey(), video);
            assertThat(fixture.simulator().videos()).as(kept.getKey()).hasSize(kept.getValue() ? 1 : 0);
        }
    }

    @ParameterizedTest
    @MethodSource("lostCreations")
    void aContainerWhoseCreationWasNotAnsweredIsFoundInsteadOfMadeAgain(String options, Fault fault) {
        TestVideo video = TestVideo.of(PART + 1);
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(fault);
        fixture.assertArrived(uploadAs(options, video.bytes()), video);
        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(1);
    }

    static Stream<Arguments> lostCreations() {
        return Stream.of("partSize=5MiB", "partSize=5MiB&uploadKey=k").flatMap(options -> Stream.of(
                        Fault.loseAnswer(),
                        Fault.answerAfterProcessing(500),
                        Fault.malformedJson(201),
                        Fault.emptyBody(201))
                .map(fault -> Arguments.of(options, fault)));
    }

    private Exchange upload(String options, Object body) {
        return fixture.upload(KEYED + options, body, KEY);
    }

    private Exchange uploadAs(String options, Object body) {
        return fixture.upload(options, body);
    }

    private void failOnPart(int part) {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .part(part)
                .times(1)
                .then(Fault.problem(403, "authorization-suspended-account"));
    }

    private ReceivedVideo received() {
        return fixture.simulator().videos().get(0);
    }

    /** The parts that the service took, as often as it took them. */
    private List<Integer> accepted() {
        return fixture.parts().stream()
                .filter(request -> request.status() == 201)
                .map(RecordedRequest::partNumber)
                .toList();
    }
}
