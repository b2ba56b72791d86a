// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.limit;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Path;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of streams that find no memory go to disk, if there is a folder for them. */
class SpillTest {

    @TempDir
    Path folder;

    private ApiVideoFixture start(String bufferMemory) {
        return ApiVideoFixture.start(simulator -> {}, context -> {
            ApiVideoComponent component = context.getComponent("apivideo", ApiVideoComponent.class);
            component.setBufferMemory(bufferMemory);
            component.setSpillDirectory(folder.toString());
        });
    }

    @Test
    void aStreamIsSentInParallelWithMemoryForOnePartOnly() {
        TestVideo video = TestVideo.of(9 * PART + 3);
        try (ApiVideoFixture fixture = start("5MiB")) {
            fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(2).then(Fault.resetDuringBody(PART / 2));
            fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=4", video.tricklingStream()), video);
            assertThat(fixture.simulator().maxConcurrentUploads()).isGreaterThan(1);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aPartMayBeLargerThanTheMemory() {
        TestVideo video = TestVideo.of(3 * PART);
        try (ApiVideoFixture fixture = start("5MiB")) {
            fixture.assertArrived(fixture.upload("partSize=8MiB&parallelism=2", video.stream()), video);
        }
    }

    @Test
    void aFailedUploadLeavesNothingOnDisk() {
        try (ApiVideoFixture fixture = start("5MiB")) {
            fixture.simulator().faults().on(RequestKind.SOURCE).part(3).then(Fault.status(400));
            assertThat(fixture.upload("partSize=5MiB", TestVideo.of(8 * PART).stream())
                            .getException())
                    .isNotNull();
            Awaitility.await().untilAsserted(() -> assertThat(folder).isEmptyDirectory());
            assertThat(fixture.simulator().videos()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNoneIsNamed() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            ApiVideoComponent component = context.getComponent("apivideo", ApiVideoComponent.class);
            component.setSpillDirectory(folder.resolve("missing").toString());
            assertThatThrownBy(context::start)
                    .hasStackTraceContaining("missing: allowed is a folder that exists and may be written to");
        }
    }
}
