// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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
