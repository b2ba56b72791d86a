// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** JMX shows what a component does, and ends one upload. */
class JmxTest {

    private static final TestVideo VIDEO = TestVideo.of(2L * TestVideo.PART + 1);
    private static final long MIB = 1024 * 1024;

    private final CountDownLatch held = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @AfterEach
    void release() {
        held.countDown();
    }

    private MBeanServer server() {
        return fixture.context().getManagementStrategy().getManagementAgent().getMBeanServer();
    }

    private ObjectName component() throws Exception {
        return new ObjectName("org.apache.camel:context=" + fixture.context().getManagementName()
                + ",type=components,name=\"apivideo\"");
    }

    private Object read(String attribute) throws Exception {
        return server().getAttribute(component(), attribute);
    }

    private List<CompositeData> rows(String attribute) throws Exception {
        Collection<?> rows = ((TabularData) read(attribute)).values();
        return rows.stream().map(CompositeData.class::cast).toList();
    }

    private boolean cancel(Object id) throws Exception {
        return (boolean)
                server().invoke(component(), "cancelUpload", new Object[] {id}, new String[] {"java.lang.String"});
    }

    private CompletableFuture<Exchange> begin(String options, Object body) {
        return fixture.template().asyncSend("apivideo:upload?" + options, exchange -> exchange.getMessage()
                .setBody(body));
    }

    @Test
    void anUploadIsCancelledAndNothingIsLeft() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> upload = begin("partSize=5MiB&parallelism=1&fileName=a.mp4", VIDEO.stream());
        await().until(() -> rows("Uploads").size() == 1
                && rows("Uploads").get(0).get("parts").equals(1));
        CompositeData row = rows("Uploads").get(0);
        assertThat(row.get("fileName")).isEqualTo("a.mp4");
        assertThat(row.get("state")).isEqualTo("RUNNING");
        assertThat(row.get("videoId"))
                .isEqualTo(fixture.simulator().videos().get(0).videoId());
        assertThat((long) row.get("bytes")).isBetween(5 * MIB, 10 * MIB);
        assertThat(row.get("length")).isEqualTo(-1L);
        assertThat(row.get("percent")).isEqualTo(-1);
        assertThat(read("RunningUploads")).isEqualTo(1);
        assertThat((long) read("UploadedBytes")).isBetween(5 * MIB, 10 * MIB);
        assertThat((long) read("BufferBytesLeased")).isBetween(5 * MIB, (long) read("BufferBytes"));

        assertThat(server().invoke(component(), "describe", null, null).toString())
                .contains("  a.mp4 [????????????????????]   ? % ", row.get("id").toString());

        assertThat(cancel(row.get("id"))).isTrue();

        assertThat(upload.get().getException()).hasMessageContaining("the upload was cancelled");
        assertThat(fixture.simulator().videos()).isEmpty();
        await().until(() -> read("BufferBytesLeased").equals(0L));
        assertThat(read("RunningUploads")).isEqualTo(0);
        assertThat(read("FailedUploads")).isEqualTo(1L);
        assertThat(rows("Uploads")).isEmpty();
        assertThat(cancel(row.get("id"))).isFalse();
    }

    @Test
    void aRowTellsHowFarAnUploadIsHowFastAndSinceWhen() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.hold(held));
        long begin = System.nanoTime();
        begin("partSize=5MiB&parallelism=1", VIDEO.bytes());
        // Two parts of 5 MiB have left, and the third has one byte.
        await().until(() -> rows("Uploads").stream()
                .anyMatch(row -> row.get("bytes").equals(10 * MIB) && (long) row.get("seconds") > 0));
        CompositeData row = rows("Uploads").get(0);
        double mostSeconds = (System.nanoTime() - begin) / 1e9;

        assertThat(row.get("length")).isEqualTo(10 * MIB + 1);
        assertThat(row.get("percent")).isEqualTo(99);
        assertThat(row.get("parts")).isEqualTo(1);
        assertThat(row.get("totalParts")).isEqualTo(3);
        long seconds = (long) row.get("seconds");
        assertThat((double) seconds).isBetween(1.0, mostSeconds);
        // Rounded to a tenth; the seconds are rounded down.
        assertThat((double) row.get("mbPerSecond"))
                .isBetween(10 * MIB / 1e6 / (seconds + 1) - 0.1, 10 * MIB / 1e6 / seconds + 0.1);
    }

    @Test
    void whatWasDoneIsCounted() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(2).then(Fault.status(503));

        fixture.assertArrived(fixture.upload("partSize=5MiB", VIDEO.stream()), VIDEO);

        assertThat(read("CompletedUploads")).isEqualTo(1L);
        assertThat(read("UploadedBytes")).isEqualTo(VIDEO.length());
        assertThat(read("Retries")).isEqualTo(2L);
        assertThat(rows("Requests"))
                .extracting(row -> row.get("operation") + ": " + row.get("outcome") + " " + row.get("count"))
                .contains(
                        "POST /videos: success 1",
                        "POST /videos/{videoId}/source: 503 2",
                        "POST /videos/{videoId}/source: success 3");
    }

    @Test
    void whatWaitsForItsTurnIsARowToo() throws Exception {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setMaxConcurrentUploads(1));
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        begin("fileName=1.mp4", TestVideo.of(10).bytes());
        await().until(() -> read("RunningUploads").equals(1));
        CompletableFuture<Exchange> second =
                begin("fileName=2.mp4", TestVideo.of(11).bytes());
        await().until(() -> read("WaitingUploads").equals(1));

        CompositeData waiting = rows("Uploads").stream()
                .filter(row -> row.get("state").equals("WAITING"))
                .findFirst()
                .orElseThrow();
        assertThat(waiting.get("fileName")).isEqualTo("2.mp4");
        assertThat(cancel(waiting.get("id"))).isTrue();
        assertThat(second.get().getException()).hasMessage("the upload was cancelled");
    }

    @Test
    void anAccountAtItsLimitTellsWhatWaitsAndUntilWhen() throws Exception {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .times(1)
                .then(Fault.tooManyRequests(Duration.ofSeconds(60)));
        begin("fileName=a.mp4", TestVideo.of(10).bytes());
        CompositeData uploads = await().until(
                        () -> rows("Accounts").stream()
                                .filter(row -> row.get("budget").equals("uploads"))
                                .findFirst()
                                .orElse(null),
                        row -> row != null && row.get("remaining").equals(0));

        assertThat(uploads.get("account").toString())
                .startsWith(fixture.simulator().baseUri().getAuthority() + " #")
                .hasSize(fixture.simulator().baseUri().getAuthority().length() + 10);
        assertThat((long) uploads.get("secondsToReset")).isBetween(1L, 60L);
    }

    @Test
    void noAttributeHasASecret() throws Exception {
        fixture.upload("fileName=a.mp4", TestVideo.of(10).bytes());

        MBeanAttributeInfo[] attributes = server().getMBeanInfo(component()).getAttributes();
        assertThat(attributes)
                .extracting(MBeanAttributeInfo::getName)
                .contains("ThrottleWaits", "EventsReceived", "EventsRejected", "EventsRepeated", "ComponentName");
        for (MBeanAttributeInfo attribute : attributes) {
            assertThat(String.valueOf(read(attribute.getName())))
                    .as(attribute.getName())
                    .doesNotContain(fixture.simulator().apiKey());
        }
    }
}
