// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.body;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that blocks in the middle of a request is not the service's fault. */
@Timeout(60)
class BlockedDiskTest {

    private static final long FOR_EVER = 60_000;
    private static final long IN_THE_MIDDLE = PART + 1_000_000;

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private BlockingDisk disk;
    private final TestVideo video = TestVideo.of(2 * PART);

    @AfterEach
    void stop() {
        disk.release();
    }

    private Path blocking(long millis, boolean interruptible) {
        return blocking(IN_THE_MIDDLE, millis, interruptible);
    }

    private Path blocking(long from, long millis, boolean interruptible) {
        disk = new BlockingDisk(from, millis, interruptible);
        return disk.path(video.file(folder, "a.mp4"));
    }

    @Test
    void aSlowDiskIsWaitedForInTheSameRequest() {
        Path slow = blocking(1000, false);
        fixture.assertArrived(fixture.upload("partSize=5MiB&stallTimeout=200", slow), video);
        assertThat(fixture.parts()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDiskThatBlocksFailsTheUploadAndIsNamed(boolean interruptible) {
        Path blocked = blocking(FOR_EVER, interruptible);
        Exchange exchange = fixture.upload("partSize=5MiB&stallTimeout=100&sourceTimeout=500", blocked);
        assertThat(exchange.getException())
                .isInstanceOf(UploadFailed.class)
                .hasMessageContaining("The file " + blocked + " has delivered nothing for 500 ms (sourceTimeout)");
        assertThat(fixture.parts()).hasSizeLessThanOrEqualTo(2);
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDiskThatBlocksFailsASinglePartAndIsNamed(boolean interruptible) {
        String videoId = fixture.template()
                .request("apivideo:createVideo?title=a", asked -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        Path blocked = blocking(FOR_EVER, interruptible);
        Exchange exchange = fixture.template()
                .request(
                        "apivideo:uploadPart?partNumber=1&sourceTimeout=500&videoId=" + videoId,
                        asked -> asked.getMessage().setBody(blocked));
        assertThat(exchange.getException()).hasMessageContaining("(sourceTimeout)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload?", "upload?uploadKey=k&", "uploadPart?videoId=vi1&partNumber=1&"})
    void aDiskThatBlocksAtOnceFailsTheExchange(String operation) {
        Path blocked = blocking(0, FOR_EVER, false);
        Exchange exchange = fixture.template()
                .request("apivideo:" + operation + "sourceTimeout=500", asked -> asked.getMessage()
                        .setBody(blocked));
        assertThat(exchange.getException()).hasMessageContaining("has delivered nothing for 500 ms (sourceTimeout)");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void aLaneThatADiskHasHeldIsFreeAgain() {
        fixture.restart(simulator -> {}, context -> context.getExecutorServiceManager()
                .registerThreadPoolProfile(
                        new ThreadPoolProfileBuilder("apivideo").maxPoolSize(1).build()));
        fixture.upload("partSize=5MiB&sourceTimeout=300", blocking(FOR_EVER, true));

        TestVideo other = TestVideo.of(10);
        Exchange next = new DefaultExchange(fixture.context());
        next.getMessage().setBody(other.bytes());
        assertThat(fixture.template().asyncSend("apivideo:upload", next))
                .succeedsWithin(Duration.ofSeconds(20))
                .satisfies(done -> fixture.assertArrived(done, other));
    }
}
