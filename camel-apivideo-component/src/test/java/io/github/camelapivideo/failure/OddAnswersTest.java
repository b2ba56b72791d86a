// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.failure;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every place of the service's true answers with odd values of every kind: what is not needed is passed over, what is
 * needed ends the upload soon and clearly, and no container is taken for what it is not.
 */
class OddAnswersTest {

    private static final List<String> VALUES = List.of("null", "[]", "{}", "\"\"", "\"x\"", "1", "true", "[null]");
    private static final String CREATION =
            "{\"title\":\"a\",\"description\":\"b\",\"tags\":[\"c\"],\"metadata\":[{\"key\":\"d\",\"value\":\"e\"}]}";
    private static final TestVideo SMALL = TestVideo.of(1000);
    private static final TestVideo VIDEO = TestVideo.of(2 * PART);
    private static final String IN_PARTS = "partSize=5MiB&parallelism=1";

    // The most requests of one kind where every answer is odd: four tries of a call, or of two that need each other.
    private static final int FEW = 8;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private TrueAnswers service;

    @BeforeEach
    void start() {
        service = new TrueAnswers(fixture.simulator());
    }

    /** Alters one place of the answers to one kind of request after the other. */
    private void each(RequestKind kind, JsonNode answer, Runnable before, BiConsumer<String, String> then) {
        List<String> places = TrueAnswers.places(answer);
        for (String place : places) {
            for (String value : some(places.indexOf(place))) {
                if (isLie(place, value)) {
                    continue;
                }
                fixture.simulator().reset();
                before.run();
                fixture.simulator().faults().on(kind).then(Fault.alterAnswer(place, value));
                then.accept(place, kind + " " + place + " = " + value);
            }
        }
    }

    // All places, and all values: AnswerJsonTest reads more of them.
    private static List<String> some(int number) {
        return IntStream.range(0, 3)
                .mapToObj(step -> VALUES.get((number + step * 3) % VALUES.size()))
                .toList();
    }

    // Another identifier in the right form says that it is another video; no record, that nothing has arrived.
    private static boolean isLie(String place, String value) {
        return place.endsWith("/videoId") && value.equals("\"x\"") || place.equals("/ingest") && value.equals("null");
    }

    private void assertArrivedAlone(Exchange exchange, TestVideo video, String odd) {
        assertThat(exchange.getException()).as(odd).isNull();
        fixture.assertArrived(exchange, video);
        assertThat(fixture.simulator().videos()).as(odd).hasSize(1);
    }

    private void assertEndsSoon(Exchange exchange, String odd) {
        assertThat(exchange.getException())
                .as(odd)
                .isInstanceOf(ApiVideoException.class)
                .hasMessageContaining("cannot be understood");
        for (RequestKind kind : RequestKind.values()) {
            assertThat(fixture.simulator().requests(kind)).as(odd + " " + kind).hasSizeLessThanOrEqualTo(FEW);
        }
    }

    private JsonNode container() {
        return service.post("/videos", CREATION);
    }

    @Test
    void theAnswerToACreationNeedsNothingThatASearchCannotTell() {
        String options = "title=a&description=b&tags=c&metadata.d=e";
        each(RequestKind.CREATE, container(), () -> {}, (place, odd) -> {
            Exchange exchange = fixture.upload(options, SMALL.bytes());
            assertArrivedAlone(exchange, SMALL, odd);
        });
    }

    @Test
    void theAnswerToAPartNeedsNothingThatTheRecordCannotTell() {
        JsonNode answer = service.part(container().path("videoId").asText(), "part 1/1", SMALL.bytes());
        each(RequestKind.SOURCE, answer, () -> {}, (place, odd) -> {
            assertArrivedAlone(fixture.upload("", SMALL.bytes()), SMALL, odd);
            assertThat(fixture.parts()).as(odd).hasSize(1);
        });
    }

    private void loseTheAnswerToAPart() {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.loseAnswer());
    }

    @Test
    void theVideoItselfNeedsNothing() {
        String videoId = container().path("videoId").asText();
        each(RequestKind.GET, service.get("/videos/" + videoId), this::loseTheAnswerToAPart, (place, odd) -> {
            assertArrivedAlone(fixture.upload("", SMALL.bytes()), SMALL, odd);
        });
    }

    private JsonNode statusInParts() {
        String videoId = container().path("videoId").asText();
        service.part(videoId, "part 1/2", new byte[PART]);
        return service.get("/videos/" + videoId + "/status");
    }

    @Test
    void ofTheRecordWhatHasArrivedIsNeededAndTheRestIsNot() {
        AtomicInteger refused = new AtomicInteger();
        JsonNode answer = statusInParts();
        each(RequestKind.STATUS, answer, this::loseTheAnswerToAPart, (place, odd) -> {
            Exchange exchange = fixture.upload(IN_PARTS + "&maxRetries=1", VIDEO.bytes());
            if (exchange.getException() == null) {
                assertArrivedAlone(exchange, VIDEO, odd);
                return;
            }
            refused.incrementAndGet();
            assertEndsSoon(exchange, odd);
            assertThat(place).matches("|/ingest.*");
            assertThat(fixture.simulator().videos()).as(odd).isEmpty();
        });
        assertThat(refused).hasValueGreaterThan(10);
    }

    @Test
    void aContainerWithPartsIsNeverTakenForAnEmptyOne() {
        String[] container = new String[1];
        each(
                RequestKind.STATUS,
                statusInParts(),
                () -> {
                    container[0] = container().path("videoId").asText();
                    service.part(container[0], "part 1/2", new byte[PART]);
                },
                (place, odd) -> {
                    Exchange exchange = fixture.upload("maxRetries=0&videoId=" + container[0], SMALL.bytes());
                    assertThat(exchange.getException()).as(odd).isNotNull();
                    assertThat(fixture.parts()).as(odd).hasSize(1);
                });
    }

    @Test
    void aCompleteContainerIsNeverTakenForAnEmptyOne() {
        String[] container = new String[1];
        each(
                RequestKind.STATUS,
                statusInParts(),
                () -> {
                    container[0] = container().path("videoId").asText();
                    service.part(container[0], "part 1/1", new byte[1]);
                },
                (place, odd) -> {
                    Exchange exchange = fixture.upload("maxRetries=0&videoId=" + container[0], SMALL.bytes());
                    assertThat(exchange.getException()).as(odd).isNotNull();
                    assertThat(fixture.parts()).as(odd).hasSize(1);
                });
    }

    private void leaveAPart() {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.status(403));
        fixture.upload(IN_PARTS + "&uploadKey=k", VIDEO.bytes());
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void completesAResumedUploadOrEndsSoonWhateverTheRecordSays() {
        each(RequestKind.STATUS, statusInParts(), this::leaveAPart, (place, odd) -> {
            Exchange exchange = fixture.upload(IN_PARTS + "&maxRetries=1&uploadKey=k", VIDEO.bytes());
            if (exchange.getException() == null) {
                fixture.assertArrived(exchange, VIDEO);
            } else {
                assertEndsSoon(exchange, odd);
                assertThat(fixture.simulator().videos()).as(odd).isNotEmpty();
            }
        });
    }

    private void leaveAContainer() {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(403));
        fixture.upload("uploadKey=k", SMALL.bytes());
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void completesAResumedUploadOrEndsSoonWhateverTheListSays() {
        leaveAContainer();
        JsonNode list = service.get("/videos?sortBy=createdAt");
        each(RequestKind.LIST, list, this::leaveAContainer, (place, odd) -> {
            Exchange exchange = fixture.upload("maxRetries=1&uploadKey=k", SMALL.bytes());
            if (exchange.getException() == null) {
                fixture.assertArrived(exchange, SMALL);
                if (!place.matches("/data/0|/data/0/metadata.*|/data")) {
                    assertThat(fixture.simulator().videos()).as(odd).hasSize(1);
                }
            } else {
                assertEndsSoon(exchange, odd);
                assertThat(place).as(odd).matches("|/data|/data/0|/data/0/videoId");
            }
        });
    }

    @Test
    void oneOddEntryOfTheMetadataHidesNoOther() {
        fixture.options().setMetadata(Map.of("camera", "3"));
        for (String odd : List.of("null", "{\"key\":\"camera\",\"value\":null}", "[]")) {
            fixture.simulator().reset();
            leaveAContainer();
            fixture.simulator().faults().on(RequestKind.LIST).then(Fault.alterAnswer("/data/0/metadata/0", odd));
            assertArrivedAlone(fixture.upload("uploadKey=k", SMALL.bytes()), SMALL, odd);
        }
    }

    @Test
    void ofAnAccessTokenOnlyTheTokenIsNeeded() {
        JsonNode login = service.post(
                "/auth/api-key", "{\"apiKey\":\"" + fixture.simulator().apiKey() + "\"}");
        List<String> places = TrueAnswers.places(login);
        for (String place : places) {
            for (String value : some(places.indexOf(place))) {
                String odd = place + " = " + value;
                try (ApiVideoFixture fresh = ApiVideoFixture.start()) {
                    fresh.simulator().faults().on(RequestKind.TOKEN).then(Fault.alterAnswer(place, value));
                    Exchange exchange = fresh.upload("", SMALL.bytes());
                    assertThat(fresh.simulator().requests(RequestKind.TOKEN))
                            .as(odd)
                            .hasSizeLessThanOrEqualTo(FEW);
                    if (place.isEmpty() || place.equals("/access_token") && !value.equals("\"x\"")) {
                        assertThat(exchange.getException()).as(odd).isInstanceOf(ApiVideoException.class);
                    } else {
                        assertThat(exchange.getException()).as(odd).isNull();
                        fresh.assertArrived(exchange, SMALL);
                    }
                }
            }
        }
    }

    @Test
    void ofAProblemNothingIsNeeded() {
        fixture.simulator().suspendAccount(true);
        JsonNode problem = container();
        assertThat(problem.path("status").asInt()).isEqualTo(403);
        each(RequestKind.CREATE, problem, () -> fixture.simulator().suspendAccount(true), (place, odd) -> {
            Exchange exchange = fixture.upload("", SMALL.bytes());
            assertThat(exchange.getException()).as(odd).hasMessageContaining("403");
            assertThat(fixture.simulator().requests(RequestKind.CREATE)).as(odd).hasSize(1);
        });
    }

    @Test
    void theBodyOfAnExchangeHasWhatCouldBeUnderstood() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.alterAnswer("/assets", "[]"));
        Exchange exchange = fixture.upload("tags=a", SMALL.bytes());
        ReceivedVideo received = fixture.received(exchange);
        Video video = exchange.getMessage().getBody(Video.class);
        assertThat(video.tags()).containsExactly("a");
        assertThat(video.assets().player()).isNull();
        assertThat(exchange.getMessage().getBody(String.class)).contains(received.videoId());
        assertThat(exchange.getMessage().getBody(Map.class).get("videoId")).isEqualTo(received.videoId());
    }
}
