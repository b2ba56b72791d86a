// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.failure;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetryTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    static Stream<Arguments> faultsThatPass() {
        return Stream.of(1, 2, 3).flatMap(part -> Stream.of(
                        Map.entry("500", Fault.status(500)),
                        Map.entry("502 with a page", Fault.html(502)),
                        Map.entry("503", Fault.status(503)),
                        Map.entry("429", Fault.status(429, Map.of("X-RateLimit-Retry-After", "0"))),
                        Map.entry("reset before the body", Fault.resetBeforeBody()),
                        Map.entry("reset in the body", Fault.resetDuringBody(PART / 2)),
                        Map.entry("closed in the body", Fault.closeDuringBody(PART / 2)),
                        Map.entry("closed at its end", Fault.closeDuringBody(PART - 1)))
                .map(fault -> Arguments.of(part, fault.getKey(), fault.getValue())));
    }

    @ParameterizedTest(name = "part {0}: {1}")
    @MethodSource("faultsThatPass")
    void aPartThatFailsOnTheWayIsSentAgainAlone(int part, String name, Fault fault) {
        TestVideo video = TestVideo.of(3 * PART);
        for (Object body : List.of(video.bytes(), video.stream())) {
            fixture.simulator().reset();
            fixture.simulator()
                    .faults()
                    .on(RequestKind.SOURCE)
                    .part(part)
                    .times(1)
                    .then(fault);

            fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=2", body), video);

            assertThat(fixture.parts()).hasSize(4);
            assertThat(fixture.parts().stream().filter(sent -> sent.partNumber() == part))
                    .hasSize(2);
            assertThat(fixture.simulator().videos()).hasSize(1);
        }
    }

    static Stream<Arguments> lostAnswers() {
        return Stream.of(1, 2, 3).flatMap(part -> Stream.of(
                        Map.entry("answer lost", Fault.loseAnswer()),
                        Map.entry("stored, then 500", Fault.answerAfterProcessing(500)),
                        Map.entry("stored, then empty", Fault.emptyBody(201)),
                        Map.entry("stored, then not JSON", Fault.malformedJson(201)))
                .map(fault -> Arguments.of(part, fault.getKey(), fault.getValue())));
    }

    @ParameterizedTest(name = "part {0}: {1}")
    @MethodSource("lostAnswers")
    void aPartWhoseAnswerWasLostIsNotSentAgainIfTheServiceHasIt(int part, String name, Fault fault) {
        TestVideo video = TestVideo.of(3 * PART);
        for (Object body : List.of(video.bytes(), video.stream())) {
            fixture.simulator().reset();
            fixture.simulator()
                    .faults()
                    .on(RequestKind.SOURCE)
                    .part(part)
                    .times(1)
                    .then(fault);

            Exchange exchange = fixture.upload("partSize=5MiB&parallelism=2", body);

            fixture.assertArrived(exchange, video);
            assertThat(exchange.getMessage().getHeader(ApiVideoConstants.PLAYER_URL))
                    .isNotNull();
            assertThat(exchange.getMessage().getHeader(ApiVideoConstants.BYTES)).isEqualTo(3L * PART);
            assertThat(fixture.parts()).hasSize(3);
            assertThat(fixture.simulator().requests(RequestKind.STATUS)).hasSize(1);
        }
    }

    @Test
    void alreadySentAfterALostAnswerIsSuccessForAnUploadTokenToo() {
        TestVideo video = TestVideo.of(3 * PART);
        fixture.simulator().faults().on(RequestKind.DELEGATED).part(2).times(1).then(Fault.loseAnswer());
        fixture.options().setApiKey(null);
        fixture.options().setUploadToken(fixture.simulator().createUploadToken(Duration.ZERO));
        fixture.assertArrived(fixture.upload("partSize=5MiB", video.bytes()), video);
        assertThat(fixture.simulator().requests(RequestKind.DELEGATED)).hasSize(4);
    }

    @Test
    void alreadySentWithoutALostAnswerIsAnError() {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .part(2)
                .times(1)
                .then(Fault.problem(400, "video-content-range-by-part-part-already-sent"));
        Exchange exchange =
                fixture.upload("partSize=5MiB", TestVideo.of(3 * PART).bytes());
        assertThat(exchange.getException()).hasMessageContaining("part-already-sent");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void aRegularUploadWhoseAnswerWasLostIsNotSentTwice() {
        TestVideo video = TestVideo.of(1000);
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.loseAnswer());
        fixture.assertArrived(fixture.upload("", video.bytes()), video);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"429, X-RateLimit-Retry-After, 1", "429, Retry-After, 1", "503, Retry-After, 1"})
    void waitsAsLongAsTheServiceAsks(int status, String header, String seconds) {
        Map<String, String> headers = new HashMap<>(Map.of("X-RateLimit-Retry-After", "0"));
        headers.put(header, seconds);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.status(status, headers));
        TestVideo video = TestVideo.of(3 * PART);
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=1", video.bytes()), video);
        List<RecordedRequest> tries =
                fixture.parts().stream().filter(part -> part.partNumber() == 2).toList();
        assertThat(Duration.between(tries.get(0).finishedAt(), tries.get(1).startedAt()))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void creatingAndDeletingTheContainerAreTriedAgainToo() {
        fixture.simulator().faults().on(RequestKind.TOKEN).times(1).then(Fault.status(503));
        fixture.simulator().faults().on(RequestKind.CREATE).times(2).then(Fault.status(503));
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));
        fixture.simulator().faults().on(RequestKind.DELETE).times(2).then(Fault.resetBeforeBody());
        Exchange exchange = fixture.upload("", TestVideo.of(10).bytes());
        assertThat(exchange.getException())
                .hasMessageContaining("uploaded-file-invalid-file")
                .hasMessageContaining("deleted");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void afterMaxRetriesTheUploadFailsAndItsContainerGoes() {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).then(Fault.status(503));
        Exchange exchange = fixture.upload(
                "partSize=5MiB&maxRetries=3", TestVideo.of(3 * PART).bytes());
        ApiVideoException failure = (ApiVideoException) exchange.getException();
        assertThat(failure.getStatus()).isEqualTo(503);
        assertThat(fixture.parts().stream().filter(part -> part.partNumber() == 2))
                .hasSize(4);
        assertThat(fixture.simulator().videos()).isEmpty();
        assertThat(fixture.simulator().deletedVideoIds()).containsExactly(failure.getVideoId());
    }

    @Test
    void aRedirectIsNotFollowed() {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .then(Fault.redirect(fixture.simulator().baseUri().resolve("/elsewhere")));
        Exchange exchange = fixture.upload("", TestVideo.of(10).bytes());
        assertThat(((ApiVideoException) exchange.getException()).getStatus()).isBetween(300, 399);
        assertThat(fixture.simulator().requests())
                .noneMatch(request -> request.path().contains("elsewhere"));
    }

    private static String date(Duration fromNow) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plus(fromNow));
    }

    static Stream<Arguments> datesToWaitFor() {
        Duration soon = Duration.ofSeconds(2);
        Duration later = Duration.ofSeconds(4);
        return Stream.of(Duration.ofHours(-3), Duration.ofHours(3))
                .flatMap(ahead -> Stream.of(
                        dateToWaitFor(ahead, "503", () -> Fault.retryAt(503, soon)),
                        dateToWaitFor(ahead, "429", () -> Fault.retryAt(429, soon)),
                        dateToWaitFor(
                                ahead,
                                "X-RateLimit-Retry-After",
                                () -> Fault.status(429, Map.of("X-RateLimit-Retry-After", date(ahead.plus(later))))),
                        dateToWaitFor(
                                ahead,
                                "no date of its own",
                                () -> Fault.status(503, Map.of("Date", "", "Retry-After", date(later)))),
                        dateToWaitFor(
                                ahead,
                                "a date that is none",
                                () -> Fault.status(503, Map.of("Date", "x", "Retry-After", date(later))))));
    }

    // Made when it is needed: by then the date would be over.
    private static Arguments dateToWaitFor(Duration ahead, String name, Supplier<Fault> fault) {
        return Arguments.of(ahead, name, fault);
    }

    @ParameterizedTest(name = "clock {0}: {1}")
    @MethodSource("datesToWaitFor")
    @Timeout(20)
    void waitsForADateByTheClockOfTheService(Duration ahead, String name, Supplier<Fault> fault) {
        try (ApiVideoFixture other =
                ApiVideoFixture.start(simulator -> simulator.clock(Clock.offset(Clock.systemUTC(), ahead)))) {
            other.simulator().faults().on(RequestKind.SOURCE).times(1).then(fault.get());
            other.assertArrived(other.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
            List<RecordedRequest> tries = other.parts();
            assertThat(Duration.between(tries.get(0).finishedAt(), tries.get(1).startedAt()))
                    .isBetween(Duration.ofMillis(900), Duration.ofSeconds(8));
        }
    }
}
