// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutomaticParallelismTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void anUploadHasMoreThanFourLanesWhereEachConnectionIsSlow() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.slowBody(8_000_000));
        TestVideo video = TestVideo.of(192L << 20);

        fixture.assertArrived(fixture.upload("parallelism=auto&partSize=16MiB", video.file(folder, "a.mp4")), video);

        assertThat(mostAtOnce(fixture.parts())).isGreaterThan(4);
    }

    @Test
    void anUploadWithAKeyKeepsFourLanesAsItsPartsHaveToBeThoseOfAnother() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.slowBody(8_000_000));
        TestVideo video = TestVideo.of(40L << 20);

        fixture.assertArrived(
                fixture.upload("parallelism=auto&partSize=5MiB&uploadKey=a", video.file(folder, "a.mp4")), video);

        assertThat(mostAtOnce(fixture.parts())).isLessThanOrEqualTo(4);
    }

    @ParameterizedTest(name = "{0} requests a minute: {1} parts")
    @CsvSource({"13, 4", "100, 6"})
    void anUploadTakesNoMorePartsForItsLanesThanAThirdOfTheRequestsThatAreLeft(int uploads, int parts) {
        fixture.restart(simulator -> simulator.rateLimits(RateLimits.of(uploads, 1000, 1000)));
        TestVideo first = TestVideo.of(1);
        fixture.assertArrived(fixture.upload("", first.bytes()), first);
        TestVideo video = TestVideo.of(192L << 20);

        fixture.assertArrived(fixture.upload("parallelism=auto", video.file(folder, "a.mp4")), video);

        assertThat(fixture.parts()).hasSize(1 + parts);
    }

    @Test
    void anUploadLeavesAThirdOfTheLanesToOthers() {
        fixture.restart(simulator -> {}, context -> {
            ThreadPoolProfile lanes = new ThreadPoolProfile("apivideo");
            lanes.setMaxPoolSize(9);
            context.getExecutorServiceManager().registerThreadPoolProfile(lanes);
        });
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.slowBody(8_000_000));
        TestVideo video = TestVideo.of(192L << 20);

        fixture.assertArrived(fixture.upload("parallelism=auto&partSize=12MiB", video.file(folder, "a.mp4")), video);

        assertThat(mostAtOnce(fixture.parts())).isBetween(5L, 6L);
    }

    @Test
    void connectionsThatBreakTakeHalfOfTheLanes() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        for (int part = 1; part <= 4; part++) {
            fixture.simulator()
                    .faults()
                    .on(RequestKind.SOURCE)
                    .part(part)
                    .times(1)
                    .then(Fault.resetDuringBody(1));
            fixture.simulator()
                    .faults()
                    .on(RequestKind.SOURCE)
                    .part(part)
                    .times(1)
                    .then(Fault.delay(Duration.ofMillis(700)));
        }
        for (int part = 5; part <= 12; part++) {
            fixture.simulator()
                    .faults()
                    .on(RequestKind.SOURCE)
                    .part(part)
                    .times(1)
                    .then(Fault.hold(held));
        }
        TestVideo video = TestVideo.of(60L << 20);
        Path file = video.file(folder, "a.mp4");
        CompletableFuture<Exchange> upload = fixture.template()
                .asyncSend("apivideo:upload?parallelism=auto&partSize=5MiB", exchange -> exchange.getMessage()
                        .setBody(file.toFile()));

        // Four that broke, their delays, and the two that are under way then.
        await().during(Duration.ofMillis(500))
                .until(() -> fixture.simulator().faults().injected() == 4 + 4 + 2);

        held.countDown();
        fixture.assertArrived(upload.get(60, TimeUnit.SECONDS), video);
    }

    private static long mostAtOnce(List<RecordedRequest> parts) {
        return parts.stream()
                .mapToLong(part -> parts.stream()
                        .filter(other -> !other.startedAt().isAfter(part.startedAt())
                                && other.finishedAt().isAfter(part.startedAt()))
                        .count())
                .max()
                .orElseThrow();
    }
}
