// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static io.github.camelapivideo.simulator.testing.TestBytes.SMALLEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.RawRequest;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsTest {

    private static final byte[] PART = TestBytes.some(SMALLEST);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("faults");

    private Client.Answer send(String range) {
        return client.part(videoId, range, PART);
    }

    private ReceivedVideo received() {
        return simulator.video(videoId).orElseThrow();
    }

    private RecordedRequest lastUpload() {
        return simulator
                .requests(RequestKind.SOURCE)
                .get(simulator.requests(RequestKind.SOURCE).size() - 1);
    }

    @Test
    void answersAStatusAfterTheBodyWasReadAndStoresNothing() {
        simulator.faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.status(503));

        assertThat(send("part 1/*").status()).isEqualTo(201);
        Client.Answer failed = send("part 2/*");

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.header("X-RateLimit-Limit")).isNotNull();
        assertThat(lastUpload().bodyBytes()).isEqualTo(SMALLEST);
        assertThat(lastUpload().status()).isEqualTo(503);
        assertThat(received().parts()).containsExactly(1);
        assertThat(send("part 2/*").status()).isEqualTo(201);
    }

    @Test
    void choosesOneOperationByItsMethodAndPath() {
        simulator.faults().on("PATCH", "/videos/{videoId}").then(Fault.status(503));
        simulator.faults().on("GET", "/videos/{videoId}/status").then(Fault.status(502));
        simulator.faults().on("GET", "/nowhere.").times(1).then(Fault.status(501));

        assertThat(client.patch("/videos/" + videoId, "{}").status()).isEqualTo(503);
        assertThat(client.get("/videos/" + videoId + "/status").status()).isEqualTo(502);
        assertThat(client.get("/nowhere.").status()).isEqualTo(501);
        assertThat(client.get("/nowhere1").status()).isEqualTo(404);
        assertThat(client.get("/videos/" + videoId).status()).isEqualTo(200);
        assertThat(client.get("/videos").status()).isEqualTo(200);
        assertThat(simulator.faults().injected()).isEqualTo(3);
    }

    @Test
    void refusesAPathThatNoRequestCanHave() {
        assertThatThrownBy(() -> simulator.faults().on("GET", "videos"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("path=videos: must begin with /");
    }

    @Test
    void overridesHeadersOfAStatus() {
        simulator
                .faults()
                .on(RequestKind.SOURCE)
                .then(Fault.status(429, Map.of("X-RateLimit-Retry-After", "7", "Retry-After", "9")));

        Client.Answer refused = send("part 1/*");

        assertThat(refused.header("X-RateLimit-Retry-After")).isEqualTo("7");
        assertThat(refused.header("Retry-After")).isEqualTo("9");
    }

    @Test
    void refusesWithAProblem() {
        simulator.faults().on(RequestKind.CREATE).times(2).then(Fault.problem(429, "too-many-requests"));

        assertProblem(client.post("/videos", "{}"), 429, "too-many-requests");
        assertThat(client.post("/videos", "{}").text("title")).isEqualTo("Too many requests.");
        assertThat(simulator.requests(RequestKind.CREATE).get(1).problemSlug()).isEqualTo("too-many-requests");
    }

    @Test
    void listsTheProblemsOfABadRequest() {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.problem(400, "video-content-range-malformed"));

        assertProblem(send("part 1/1"), 400, "video-content-range-malformed");
    }

    @Test
    void refusesWithAnUndocumentedProblem() {
        simulator.faults().on(RequestKind.GET).then(Fault.problem(418, "brand-new"));

        assertProblem(client.get("/videos/" + videoId), 418, "brand-new");
    }

    @Test
    void answersAPage() {
        simulator.faults().on(RequestKind.STATUS).then(Fault.html(502));

        Client.Answer page = client.get("/videos/" + videoId + "/status");

        assertThat(page.status()).isEqualTo(502);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.http().body()).asString().contains("<h1>502</h1>");
    }

    @Test
    void answersBrokenJsonOfAPartThatIsStored() {
        simulator.faults().on(RequestKind.SOURCE).nth(1).then(Fault.malformedJson(201));
        simulator.faults().on(RequestKind.SOURCE).then(Fault.emptyBody(201));

        assertThat(send("part 1/2").http().body()).asString().isEqualTo("{\"videoId\": \"vi");
        assertThat(send("part 2/2").http().body()).isEmpty();
        assertThat(received().complete()).isTrue();
    }

    @Test
    void losesTheAnswerToAPartThatIsStored() {
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.loseAnswer());

        assertThatThrownBy(() -> send("part 1/2")).hasCauseInstanceOf(IOException.class);

        assertThat(received().parts()).containsExactly(1);
        assertThat(lastUpload().status()).isZero();
        assertThat(lastUpload().bodyBytes()).isEqualTo(SMALLEST);
        assertProblem(send("part 1/2"), 400, "video-content-range-by-part-part-already-sent");
    }

    @Test
    void losesTheAnswerToARefusalToo() {
        simulator.faults().on(RequestKind.CREATE).then(Fault.loseAnswer());

        assertThatThrownBy(() -> client.post("/videos", "{}")).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void answersAnErrorToAPartThatIsStored() {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.answerAfterProcessing(500));

        assertThat(send("part 1/1").status()).isEqualTo(500);
        assertThat(received().sha256()).isEqualTo(TestBytes.sha256(PART));
    }

    @Test
    void resetsTheConnectionBeforeTheBody() {
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.resetBeforeBody());

        assertThatThrownBy(() -> send("part 1/1")).hasCauseInstanceOf(IOException.class);

        assertThat(lastUpload().status()).isZero();
        assertThat(lastUpload().bodyBytes()).isZero();
        assertThat(received().parts()).isEmpty();
    }

    @Test
    void resetsTheConnectionDuringTheBody() throws IOException {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.resetDuringBody(1000));

        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", 10_000)) {
            raw.send(2000);
            assertThatThrownBy(raw::readLine).isInstanceOf(java.net.SocketException.class);
        }
        assertThat(received().parts()).isEmpty();
    }

    @Test
    void closesTheConnectionInOrderDuringTheBody() throws IOException {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.closeDuringBody(1000));

        try (RawRequest raw = RawRequest.part(simulator, videoId, "part 1/1", 10_000)) {
            raw.send(2000);
            assertThatThrownBy(raw::readLine).isInstanceOf(EOFException.class);
            raw.send(8000);
        }
        assertThat(received().parts()).isEmpty();
    }

    @Test
    void cutsAShorterBodyAtItsEnd() {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.resetDuringBody(Long.MAX_VALUE));

        assertThatThrownBy(() -> send("part 1/1")).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void delaysARequest() {
        simulator.faults().on(RequestKind.GET).then(Fault.delay(Duration.ofMillis(150)));

        client.get("/videos/" + videoId);

        RecordedRequest slow = simulator.requests(RequestKind.GET).get(0);
        assertThat(Duration.between(slow.startedAt(), slow.finishedAt()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void holdsRequestsUntilTheLatchIsOpen() {
        CountDownLatch latch = new CountDownLatch(1);
        simulator.faults().on(RequestKind.SOURCE).then(Fault.hold(latch));
        var answers = IntStream.rangeClosed(1, 4)
                .mapToObj(part -> client.partAsync(videoId, "part " + part + "/4", PART))
                .toList();

        await().until(() -> simulator.maxConcurrentUploads() == 4);
        assertThat(answers).noneMatch(CompletableFuture::isDone);
        assertThat(received().parts()).isEmpty();
        latch.countDown();

        assertThat(answers).extracting(answer -> answer.join().status()).containsOnly(201);
        assertThat(received().complete()).isTrue();
    }

    @Test
    void closesWithoutDelayWhileRequestsAreHeld() throws IOException {
        ApiVideoSimulator other = ApiVideoSimulator.builder().start();
        other.faults().on(RequestKind.SOURCE).then(Fault.hold(new CountDownLatch(1)));
        Client.of(other).partAsync(Client.of(other).create("t"), "part 1/1", PART);
        await().until(() -> other.maxConcurrentUploads() == 1);

        long start = System.nanoTime();
        other.close();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void redirects() {
        simulator.faults().on(RequestKind.SOURCE).then(Fault.redirect(URI.create("http://127.0.0.1:9/")));

        Client.Answer answer = send("part 1/1");

        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.header("Location")).isEqualTo("http://127.0.0.1:9/");
    }

    @Test
    void picksTheNthRequest() {
        simulator.faults().on(RequestKind.GET).nth(2).then(Fault.status(500));

        assertThat(IntStream.range(0, 3)
                        .map(i -> client.get("/videos/" + videoId).status()))
                .containsExactly(200, 500, 200);
    }

    @Test
    void stopsAfterTheGivenTimes() {
        simulator.faults().on(RequestKind.GET).times(2).then(Fault.status(500));

        assertThat(IntStream.range(0, 3)
                        .map(i -> client.get("/videos/" + videoId).status()))
                .containsExactly(500, 500, 200);
    }

    @Test
    void removesAllRules() {
        simulator.faults().on(RequestKind.GET).then(Fault.status(500));
        simulator.faults().clear();

        assertThat(client.get("/videos/" + videoId).status()).isEqualTo(200);
    }

    @Test
    void picksSeveralKinds() {
        simulator
                .faults()
                .on(RequestKind.GET, RequestKind.LIST, RequestKind.GET)
                .then(Fault.status(500));

        assertThat(client.get("/videos/" + videoId).status()).isEqualTo(500);
        assertThat(client.get("/videos").status()).isEqualTo(500);
        assertThat(client.get("/videos/" + videoId + "/status").status()).isEqualTo(200);
    }

    @Test
    void picksEveryKindIfNoneIsGiven() {
        simulator.faults().on().times(2).then(Fault.status(500));

        assertThat(client.get("/nowhere").status()).isEqualTo(500);
        assertThat(send("part 1/1").status()).isEqualTo(500);
        assertThat(send("part 1/1").status()).isEqualTo(201);
    }

    @Test
    void picksRequestsByProbability() {
        simulator.faults().on(RequestKind.GET).sometimes(0.5, new Random(7)).then(Fault.status(500));
        simulator.faults().on(RequestKind.GET).then(Fault.status(418));
        List<Integer> first = statuses(40);

        assertThat(first).containsOnly(500, 418);
        assertThat(first.stream().filter(status -> status == 500).count()).isBetween(10L, 30L);
        simulator.faults().clear();
        simulator.faults().on(RequestKind.GET).sometimes(0.5, new Random(7)).then(Fault.status(500));
        simulator.faults().on(RequestKind.GET).then(Fault.status(418));
        assertThat(statuses(40)).isEqualTo(first);
    }

    private List<Integer> statuses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> client.get("/videos/" + videoId).status())
                .toList();
    }

    @Test
    void countsOnlyRequestsThatWerePicked() {
        simulator.faults().on(RequestKind.GET).sometimes(0, new Random(7)).then(Fault.status(500));
        simulator
                .faults()
                .on(RequestKind.GET)
                .sometimes(0.2, new Random(7))
                .times(2)
                .then(Fault.status(500));

        assertThat(statuses(60)).filteredOn(status -> status == 500).hasSize(2);
    }

    @Test
    void refusesANumberThatIsNotAProbability() {
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> simulator.faults().on().sometimes(wrong, new Random()))
                    .hasMessage("probability=" + wrong + ": allowed 0..1");
        }
    }

    @Test
    void countsTheRequestsThatMetAFault() {
        simulator.faults().on(RequestKind.LIST).then(Fault.none());
        simulator.faults().on(RequestKind.GET).times(2).then(Fault.delay(Duration.ZERO));

        client.get("/videos");
        statuses(3);

        assertThat(simulator.faults().injected()).isEqualTo(2);
        simulator.faults().clear();
        assertThat(simulator.faults().injected()).isEqualTo(2);
        simulator.reset();
        assertThat(simulator.faults().injected()).isZero();
    }

    @Test
    void processesARequestTwiceAndSendsTheSecondAnswer() {
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.repeatRequest());

        assertProblem(send("part 1/*"), 400, "video-content-range-by-part-part-already-sent");

        assertThat(received().parts()).containsExactly(1);
        assertThat(received().size()).isEqualTo(SMALLEST);
        assertThat(send("part 2/2").status()).isEqualTo(201);
        byte[] twice = Arrays.copyOf(PART, 2 * SMALLEST);
        System.arraycopy(PART, 0, twice, SMALLEST, SMALLEST);
        assertThat(received().sha256()).isEqualTo(TestBytes.sha256(twice));
    }

    @Test
    void createsTwoContainersForARepeatedRequest() {
        String upload = "/upload?token=" + simulator.createUploadToken(Duration.ZERO);
        simulator.faults().on(RequestKind.DELEGATED).times(1).then(Fault.repeatRequest());

        Client.Answer answer = client.upload(upload, null, MultipartForm.video(PART));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(simulator.videos())
                .hasSize(3)
                .filteredOn(ReceivedVideo::complete)
                .hasSize(2)
                .allSatisfy(video -> assertThat(video.sha256()).isEqualTo(TestBytes.sha256(PART)));
    }

    @Test
    void describesAnotherVideo() {
        String other = client.create("other");
        simulator.faults().on(RequestKind.SOURCE).times(1).then(Fault.alterAnswer("/videoId", "\"" + other + "\""));

        assertThat(client.whole(videoId, PART).text("videoId")).isEqualTo(other);

        assertThat(received().complete()).isTrue();
    }
}
