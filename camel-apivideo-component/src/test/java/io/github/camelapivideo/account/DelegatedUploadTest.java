// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.account;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DelegatedUploadTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private String options;

    @BeforeEach
    void start() {
        fixture.options().setApiKey(null);
        options = "partSize=5MiB&uploadToken=" + fixture.simulator().createUploadToken(Duration.ZERO);
    }

    @Test
    void theFirstPartGoesAloneAndTheOthersFollowIntoItsContainer() {
        TestVideo video = TestVideo.of(6 * PART + 1);

        fixture.assertArrived(fixture.upload(options, video.bytes()), video);

        List<RecordedRequest> parts = fixture.simulator().requests(RequestKind.DELEGATED);
        assertThat(parts).hasSize(7).isEqualTo(fixture.simulator().requests());
        assertThat(parts.get(0).partNumber()).isEqualTo(1);
        assertThat(parts.subList(1, 7)).allSatisfy(part -> assertThat(part.startedAt())
                .isAfterOrEqualTo(parts.get(0).finishedAt()));
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void aStreamOfUnknownLengthArrivesToo() {
        TestVideo video = TestVideo.of(3 * PART);
        fixture.assertArrived(fixture.upload(options, video.stream()), video);
        assertThat(fixture.simulator().requests()).hasSize(3);
    }

    @Test
    void aHeaderThatDescribesTheContainerIsRefusedBecauseTheServiceCreatesIt() {
        Exchange exchange = fixture.upload(options, TestVideo.of(10).bytes(), Map.of(ApiVideoConstants.PUBLIC, false));
        assertThat(exchange.getException())
                .hasMessageContaining("Header CamelApiVideoPublic: not possible with uploadToken");
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @Test
    void aSmallVideoIsOneRequest() {
        TestVideo video = TestVideo.of(1000);
        Exchange exchange = fixture.upload(options + "&fileName=small.mp4", video.stream());
        fixture.assertArrived(exchange, video);
        assertThat(fixture.received(exchange).title()).isEqualTo("small.mp4");
        assertThat(fixture.simulator().requests()).hasSize(1);
    }

    @Test
    void aWrongTokenIsFinalAndNotRepeatedInTheError() {
        Exchange exchange =
                fixture.upload("uploadToken=toNotOneOfThem", TestVideo.of(10).bytes());
        assertThat(exchange.getException())
                .isInstanceOf(ApiVideoException.class)
                .hasMessageContaining("Part 1 was answered with 4")
                .hasMessageContaining("no container");
        assertThat(exchange.getException().toString()).doesNotContain("toNotOneOfThem");
        assertThat(fixture.simulator().requests()).hasSize(1);
    }

    @Test
    void withoutAnApiKeyAFailedUploadSaysWhichContainerItLeft() {
        fixture.simulator()
                .faults()
                .on(RequestKind.DELEGATED)
                .part(2)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));
        Exchange exchange = fixture.upload(options, TestVideo.of(3 * PART).bytes());
        String videoId = fixture.simulator().videos().get(0).videoId();
        assertThat(exchange.getException()).hasMessageContaining("container " + videoId + " kept");
        assertThat(((ApiVideoException) exchange.getException()).getVideoId()).isEqualTo(videoId);
    }

    @Test
    void anApiKeyOfAnotherAccountKnowsNothingOfTheContainerAndThatIsNoError() {
        fixture.simulator().faults().on(RequestKind.STATUS).then(Fault.problem(404, "resource-not-found"));
        fixture.simulator().faults().on(RequestKind.DELEGATED).part(2).times(1).then(Fault.loseAnswer());
        fixture.simulator().faults().on(RequestKind.DELEGATED).part(3).times(1).then(Fault.status(503));
        TestVideo video = TestVideo.of(3 * PART);
        fixture.assertArrived(
                fixture.upload(options + "&apiKey=" + fixture.simulator().apiKey(), video.bytes()), video);
    }

    @Test
    void aContainerThatTheApiKeyDoesNotOpenIsNotSaidToBeDeleted() {
        fixture.simulator().faults().on(RequestKind.DELETE).then(Fault.problem(404, "resource-not-found"));
        fixture.simulator()
                .faults()
                .on(RequestKind.DELEGATED)
                .part(2)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));
        Exchange exchange = fixture.upload(
                options + "&apiKey=" + fixture.simulator().apiKey(),
                TestVideo.of(3 * PART).bytes());
        String videoId = fixture.simulator().videos().get(0).videoId();
        assertThat(exchange.getException()).hasMessageContaining("container " + videoId + " kept");
    }

    @Test
    void withAnApiKeyAFailedUploadDeletesTheContainerThatTheServiceMade() {
        fixture.simulator()
                .faults()
                .on(RequestKind.DELEGATED)
                .part(2)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));
        Exchange exchange = fixture.upload(
                options + "&apiKey=" + fixture.simulator().apiKey(),
                TestVideo.of(3 * PART).bytes());
        assertThat(exchange.getException()).hasMessageContaining("deleted");
        assertThat(fixture.simulator().videos()).isEmpty();
    }
}
