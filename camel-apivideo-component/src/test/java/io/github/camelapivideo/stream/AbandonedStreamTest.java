// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.stream;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A stream that is not read to its end is not read for nothing, and keeps nothing from its end. */
@Timeout(60)
class AbandonedStreamTest {

    private static final long HUGE = 1L << 40;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    /** What the stream of an S3 object is like: {@code close()} reads the rest, {@code abort()} drops it. */
    public static class ObjectStream extends FilterInputStream {
        final CountDownLatch aborted = new CountDownLatch(1);
        final CountDownLatch closed = new CountDownLatch(1);
        volatile boolean drained;

        ObjectStream(InputStream object) {
            super(object);
        }

        public void abort() {
            aborted.countDown();
        }

        @Override
        public void close() throws IOException {
            drained = aborted.getCount() > 0 && read() >= 0;
            closed.countDown();
        }

        void assertDropped() throws InterruptedException {
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(aborted.getCount())
                    .as("abort() was called before close()")
                    .isZero();
            assertThat(drained).isFalse();
        }
    }

    /** Something public that streams whose class is not public have in common. */
    public interface Abortable {
        void abort();
    }

    private static final class Hidden extends ObjectStream implements Abortable {
        Hidden(InputStream object) {
            super(object);
        }
    }

    private static ObjectStream huge() {
        return new ObjectStream(new Zeros());
    }

    /** More bytes than anybody waits for. */
    private static final class Zeros extends InputStream {
        private long left = HUGE;

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            left -= length;
            return left > 0 ? length : -1;
        }
    }

    private void refuseParts() {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsLeftIsDroppedWhenTheUploadFails(boolean hidden) throws Exception {
        refuseParts();
        ObjectStream stream = hidden ? new Hidden(new Zeros()) : huge();
        assertThat(fixture.upload("partSize=5MiB", stream).getException()).hasMessageContaining("deleted");
        stream.assertDropped();
    }

    @Test
    void whatIsLeftIsDroppedWhenItIsNotAsLongAsPromised() throws Exception {
        ObjectStream stream = huge();
        Exchange exchange = fixture.template().request("apivideo:upload?partSize=5MiB", sent -> {
            org.apache.camel.component.file.GenericFile<String> file =
                    new org.apache.camel.component.file.GenericFile<>();
            file.setFile("a name on another machine");
            file.setFileLength(PART + 7);
            file.setBody(stream);
            sent.getMessage().setBody(file);
        });
        assertThat(exchange.getException()).hasMessageContaining("has more than the " + (PART + 7) + " bytes");
        assertThat(fixture.simulator().videos()).isEmpty();
        stream.assertDropped();
    }

    @Test
    void whatIsLeftIsDroppedWhenAPartIsRefused() throws Exception {
        ObjectStream stream = huge();
        Map<String, Object> headers = Map.of(ApiVideoConstants.PART_LENGTH, PART);
        Exchange exchange = fixture.template().request("apivideo:uploadPart?videoId=vi1&partNumber=1", sent -> {
            sent.getMessage().setHeaders(new java.util.HashMap<>(headers));
            sent.getMessage().setBody(stream);
        });
        assertThat(exchange.getException()).hasMessageContaining("longer than " + PART);
        stream.assertDropped();
    }

    @Test
    void aRangeThatIsRefusedDropsTheStream() throws Exception {
        ObjectStream stream = huge();
        Exchange exchange = fixture.template().request("apivideo:uploadPart?videoId=vi1&partNumber=1", sent -> {
            sent.getMessage().setHeader(ApiVideoConstants.PART_LENGTH, PART);
            sent.getMessage().setHeader(ApiVideoConstants.PART_FROM, 0);
            sent.getMessage().setBody(stream);
        });
        assertThat(exchange.getException()).hasMessageContaining("not for a stream");
        stream.assertDropped();
    }

    @Test
    void aBodyThatIsNotNeededIsDropped() throws Exception {
        TestVideo video = TestVideo.of(PART);
        fixture.assertArrived(fixture.upload("partSize=5MiB&uploadKey=k", video.bytes()), video);
        ObjectStream stream = new ObjectStream(video.stream());
        fixture.assertArrived(fixture.upload("partSize=5MiB&uploadKey=k", stream), video);
        assertThat(stream.closed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(stream.drained).isFalse();
    }

    @Test
    void aStreamThatIsAtItsEndIsOnlyClosed() throws Exception {
        TestVideo video = TestVideo.of(PART + 1);
        ObjectStream stream = new ObjectStream(video.stream());
        fixture.assertArrived(fixture.upload("partSize=5MiB", stream), video);
        assertThat(stream.closed.getCount()).isZero();
        assertThat(stream.aborted.getCount()).isOne();
    }

    /** A stream whose {@code close()} takes as long as it likes. */
    private static final class SlowToClose extends FilterInputStream {
        private final CountDownLatch closing = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        SlowToClose(InputStream stream) {
            super(stream);
        }

        @Override
        public void close() {
            closing.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Test
    void theContainerGoesAndTheExchangeEndsWhileTheStreamIsStillBeingClosed() throws Exception {
        refuseParts();
        SlowToClose stream = new SlowToClose(new Zeros());
        try {
            assertThat(fixture.upload("partSize=5MiB", stream).getException()).hasMessageContaining("deleted");
            assertThat(fixture.simulator().videos()).isEmpty();
            assertThat(stream.closing.await(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            stream.goOn.countDown();
        }
    }

    @Test
    void theContainerGoesWhenTheContextStopsWhileAStreamIsStillBeingClosed() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.hold(held));
        SlowToClose stream = new SlowToClose(new Zeros());
        try {
            CompletableFuture<Exchange> upload = fixture.template()
                    .asyncSend("apivideo:upload?partSize=5MiB&parallelism=1", exchange -> exchange.getMessage()
                            .setBody(stream));
            Awaitility.await().until(() -> fixture.simulator().maxConcurrentUploads() == 1);
            fixture.context().getShutdownStrategy().setTimeout(1);
            fixture.context().stop();
            assertThat(upload.get(20, TimeUnit.SECONDS).getException()).hasMessageContaining("stopping");
            assertThat(fixture.simulator().videos()).isEmpty();
        } finally {
            stream.goOn.countDown();
            held.countDown();
        }
    }
}
