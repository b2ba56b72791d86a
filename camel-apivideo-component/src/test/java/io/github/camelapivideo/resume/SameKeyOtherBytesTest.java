// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.resume;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other bytes that come with the upload key of an earlier upload: what is there of the one is never taken for the other. */
@Timeout(60)
class SameKeyOtherBytesTest {

    private static final String KEYED = "uploadKey=k&partSize=5MiB&parallelism=1";
    private static final TestVideo VIDEO = TestVideo.of(3 * PART + 1);

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private enum Body {
        FILE {
            @Override
            Object of(TestVideo video, Path folder) {
                return video.file(folder, "a.mp4");
            }
        },
        BYTES {
            @Override
            Object of(TestVideo video, Path folder) {
                return video.bytes();
            }
        },
        STREAM {
            @Override
            Object of(TestVideo video, Path folder) {
                return video.tricklingStream();
            }
        },
        STREAM_CACHE {
            @Override
            Object of(TestVideo video, Path folder) {
                return new InputStreamCache(video.bytes());
            }
        };

        abstract Object of(TestVideo video, Path folder);
    }

    /** The same length, and from a place on other bytes. */
    private static TestVideo differing(TestVideo video, int from, int to) {
        byte[] bytes = video.bytes().clone();
        byte[] others = new byte[to - from];
        new Random(-31L * from - to).nextBytes(others);
        System.arraycopy(others, 0, bytes, from, others.length);
        return new TestVideo(bytes);
    }

    private static TestVideo other() {
        return differing(VIDEO, 0, VIDEO.bytes().length);
    }

    private Exchange upload(String options, Object body) {
        return fixture.upload(KEYED + options, body);
    }

    private void failOnPart(int part) {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .part(part)
                .times(1)
                .then(Fault.problem(403, "authorization-suspended-account"));
    }

    private List<ReceivedVideo> videos() {
        return fixture.simulator().videos();
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void partsOfTwoBodiesDoNotBecomeOneVideo(Body body) {
        failOnPart(3);
        upload("", body.of(VIDEO, folder));
        assertRefusedAndThenInAContainerOfItsOwn(body, other(), "they differ in the first 5 MiB");
        assertThat(videos().get(0).parts()).as("of the first").containsExactly(1, 2);

        fixture.assertArrived(upload("&resume=strict", body.of(VIDEO, folder)), VIDEO);
        assertThat(videos()).as("the first went on in its own").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void aCompleteVideoIsNotRecalledForOtherBytes(Body body) {
        upload("", body.of(VIDEO, folder));
        assertRefusedAndThenInAContainerOfItsOwn(body, other(), "they differ in the first 5 MiB");
    }

    @ParameterizedTest
    @EnumSource(
            value = Body.class,
            names = {"FILE", "BYTES"})
    void whatCanBeReadAnywhereIsKnownByItsEndToo(Body body) {
        upload("", body.of(VIDEO, folder));
        int length = VIDEO.bytes().length;
        assertRefusedAndThenInAContainerOfItsOwn(
                body, differing(VIDEO, length - 1, length), "they differ after the first 5 MiB");
    }

    @Test
    void aLargeFileIsKnownBySamplesOfItsMiddle() {
        TestVideo large = TestVideo.of(50 * 1024 * 1024);
        failOnPart(3);
        upload("", large.file(folder, "a.mp4"));
        TestVideo other = differing(large, 20 * 1024 * 1024, 22 * 1024 * 1024);
        assertRefusedAndThenInAContainerOfItsOwn(Body.FILE, other, "they differ after the first 5 MiB");
    }

    private void assertRefusedAndThenInAContainerOfItsOwn(Body body, TestVideo other, String reason) {
        int sent = fixture.parts().size();
        Exchange strict = upload("&resume=strict", body.of(other, folder));
        assertThat(strict.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("container " + videos().get(0).videoId() + " is for other bytes")
                .hasMessageContaining(reason)
                .hasMessageContaining("uploadKey=k");
        assertThat(fixture.parts()).hasSize(sent);
        assertThat(videos()).hasSize(1);

        fixture.assertArrived(upload("", body.of(other, folder)), other);
        assertThat(videos()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Body.class)
    void whatAFileHasCompletedIsRecalledForTheSameBytesOfEveryKind(Body body) {
        upload("", Body.FILE.of(VIDEO, folder));
        int sent = fixture.parts().size();
        fixture.assertArrived(upload("&resume=strict", body.of(VIDEO, folder)), VIDEO);
        assertThat(fixture.parts()).hasSize(sent);
    }

    @Test
    void aRecalledStreamOfUnknownLengthIsReadToItsEnd() throws Exception {
        upload("", VIDEO.stream());
        InputStream again = VIDEO.stream();
        fixture.assertArrived(upload("", again), VIDEO);
        assertThat(again.readAllBytes()).isEmpty();
    }

    private static TestVideo beginning(int length) {
        return new TestVideo(Arrays.copyOf(VIDEO.bytes(), length));
    }

    @ParameterizedTest
    @ValueSource(ints = {PART + 1, 2 * PART, 3 * PART, 3 * PART + 1, 4 * PART + 7})
    void aStreamIsNotAnsweredWithAVideoOfAnotherLength(int length) {
        TestVideo earlier = beginning(length);
        String videoId = fixture.received(upload("", earlier.stream())).videoId();
        Exchange whole = upload("", VIDEO.stream());
        if (length == VIDEO.bytes().length) {
            fixture.assertArrived(whole, VIDEO);
        } else {
            assertOtherLength(whole, videoId, length);
        }
        assertThat(videos()).hasSize(1);
    }

    private void assertOtherLength(Exchange whole, String videoId, int length) {
        assertThat(whole.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("container " + videoId + " kept")
                .hasMessageContaining(length + " bytes, this upload " + VIDEO.bytes().length)
                .hasMessageContaining("uploadKey");
        assertThat(fixture.simulator().video(videoId).orElseThrow().sha256())
                .isEqualTo(beginning(length).sha256());
    }

    @Test
    void norWithOneThatAnotherUploadHasCompletedMeanwhile() throws Exception {
        CountDownLatch completed = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.CREATE).times(1).then(Fault.hold(completed));
        CompletableFuture<Exchange> whole = fixture.template()
                .asyncSend("apivideo:upload?" + KEYED, exchange -> exchange.getMessage()
                        .setBody(VIDEO.stream()));
        await().until(() -> fixture.simulator().faults().injected() == 1);
        String half = fixture.received(upload("", beginning(2 * PART).stream())).videoId();
        completed.countDown();

        assertOtherLength(whole.get(30, TimeUnit.SECONDS), half, 2 * PART);
        assertThat(videos()).as("the other container was empty").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, PART - 1, PART, PART + 1})
    void theWholeOfAShortStreamIsItsBeginning(int length) {
        TestVideo video = TestVideo.of(length);
        fixture.assertArrived(upload("", video.stream()), video);
        fixture.assertArrived(upload("&resume=strict", video.stream()), video);
        assertThat(videos()).hasSize(1);
        TestVideo shorter = new TestVideo(Arrays.copyOf(video.bytes(), length - 1));
        if (length > 1 && length <= PART) {
            fixture.assertArrived(upload("", shorter.stream()), shorter);
            assertThat(videos()).hasSize(2);
        }
    }

    @Test
    void anEmptyBodyIsNotTheVideoThatIsComplete() {
        upload("", VIDEO.stream());
        assertThat(upload("", InputStream.nullInputStream()).getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("The body is empty");
    }

    @Test
    void aContainerThatSaysNothingOfItsBytesIsPassedOver() throws Exception {
        create("""
                {"title":"of an earlier version", "metadata":[{"key":"camel-apivideo-key","value":"k"},
                {"key":"camel-apivideo-upload","value":"another"},
                {"key":"camel-apivideo-part-size","value":"5242880"},
                {"key":"camel-apivideo-length","value":"%d"}]}""".formatted(VIDEO.bytes().length));
        assertThat(upload("&resume=strict", VIDEO.bytes()).getException())
                .hasMessageContaining("does not say for which bytes it is");
        fixture.assertArrived(upload("", VIDEO.bytes()), VIDEO);
        assertThat(videos()).hasSize(2);
    }

    private void create(String json) throws Exception {
        String key = Base64.getEncoder().encodeToString((fixture.simulator().apiKey() + ":").getBytes());
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(fixture.simulator().baseUri() + "/videos"))
                .header("Authorization", "Basic " + key)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(201);
    }

    @RepeatedTest(5)
    void twoStreamsOfUnknownLengthThatComeAtOnceAreNotMixed() throws Exception {
        List<TestVideo> videos = List.of(
                VIDEO, other(), differing(TestVideo.of(2 * PART + 7), 0, PART), differing(VIDEO, 0, 2 * PART + 5));
        CountDownLatch allHaveSearched = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.CREATE).times(videos.size()).then(Fault.hold(allHaveSearched));
        List<CompletableFuture<Exchange>> uploads = new ArrayList<>();
        for (TestVideo video : videos) {
            uploads.add(fixture.template()
                    .asyncSend(
                            "apivideo:upload?uploadKey=k&partSize=5MiB&parallelism=2",
                            exchange -> exchange.getMessage().setBody(video.stream())));
        }
        await().until(() -> fixture.simulator().requests(RequestKind.LIST).size() >= videos.size());
        allHaveSearched.countDown();

        for (int number = 0; number < videos.size(); number++) {
            fixture.assertArrived(uploads.get(number).get(30, TimeUnit.SECONDS), videos.get(number));
        }
        assertThat(videos()).hasSize(videos.size()).allMatch(ReceivedVideo::complete);
    }

    @Test
    void aVideoThatCouldNotBeEncodedIsUploadedAgain() {
        Exchange first = upload("", VIDEO.bytes());
        String failed = fixture.received(first).videoId();
        fixture.simulator().failEncoding(failed);

        Exchange strict = upload("&resume=strict", VIDEO.bytes());
        assertThat(strict.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("container " + failed + " is complete, but the service could not encode it");
        assertThat(videos()).hasSize(1);

        Exchange again = upload("", VIDEO.bytes());
        fixture.assertArrived(again, VIDEO);
        assertThat(fixture.received(again).videoId()).isNotEqualTo(failed);
        fixture.assertArrived(upload("&resume=strict", VIDEO.bytes()), VIDEO);
        assertThat(videos()).as("the one that is right is recalled").hasSize(2);
    }

    @Test
    void manyStreamsWithKeysGetPastALittleMemory() throws Exception {
        fixture.context().getComponent("apivideo", ApiVideoComponent.class).setBufferMemory("16MiB");
        // An earlier upload has cut larger parts than this one would.
        failOnPart(1);
        fixture.upload("uploadKey=0&partSize=12MiB", TestVideo.of(5 * PART).stream());
        List<TestVideo> videos = new ArrayList<>();
        List<CompletableFuture<Exchange>> uploads = new ArrayList<>();
        for (int number = 0; number < 6; number++) {
            TestVideo video = number == 0 ? TestVideo.of(5 * PART) : TestVideo.of(2 * PART + number);
            String uri = "apivideo:upload?parallelism=1&uploadKey=" + number;
            videos.add(video);
            uploads.add(fixture.template()
                    .asyncSend(uri, exchange -> exchange.getMessage().setBody(video.stream())));
        }
        for (int number = 0; number < uploads.size(); number++) {
            fixture.assertArrived(uploads.get(number).get(30, TimeUnit.SECONDS), videos.get(number));
        }
        assertThat(videos()).hasSize(6);
    }

    @Test
    void theContainerOfAStreamSaysWithWhichBytesItBegins() {
        upload("", VIDEO.stream());
        String beginning = TestVideo.sha256(Arrays.copyOf(VIDEO.bytes(), PART));
        assertThat(metadata())
                .contains(beginning)
                .contains("camel-apivideo-head")
                .doesNotContain("samples");
    }

    @Test
    void theContainerOfAFileSaysWhatElseIsInIt() {
        upload("", VIDEO.file(folder, "a.mp4"));
        String rest = TestVideo.sha256(Arrays.copyOfRange(VIDEO.bytes(), PART, VIDEO.bytes().length));
        assertThat(metadata()).contains("camel-apivideo-samples").contains(rest);
    }

    private String metadata() {
        return String.valueOf(videos().get(0).creation().get("metadata"));
    }

    private List<Integer> accepted() {
        return fixture.parts().stream()
                .filter(request -> request.status() == 201)
                .map(RecordedRequest::partNumber)
                .toList();
    }

    @Test
    void aBodyOfWhichNoPartArrivedIsStillSentOnce() {
        failOnPart(1);
        upload("", VIDEO.stream());
        fixture.assertArrived(upload("", VIDEO.stream()), VIDEO);
        assertThat(accepted()).containsExactly(1, 2, 3, 4);
        assertThat(videos()).hasSize(1);
    }
}
