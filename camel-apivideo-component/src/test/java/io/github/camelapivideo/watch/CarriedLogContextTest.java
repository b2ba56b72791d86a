// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.camel.AsyncProducer;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** What is logged for an upload has the MDC of the thread that began it, whichever thread logs it. */
class CarriedLogContextTest {

    private static final TestVideo VIDEO = TestVideo.of(2L * TestVideo.PART + 1);

    private final ListAppender<ILoggingEvent> log = new ListAppender<>() {
        @Override
        protected synchronized void append(ILoggingEvent event) {
            event.getMDCPropertyMap();
            super.append(event);
        }
    };
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.camelapivideo.internal");
    private final Level level = logger.getLevel();
    private final CountDownLatch held = new CountDownLatch(1);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @BeforeEach
    void listen() {
        log.start();
        logger.setLevel(Level.DEBUG);
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        held.countDown();
        MDC.clear();
        logger.detachAppender(log);
        logger.setLevel(level);
    }

    private Set<String> orders(String words) {
        synchronized (log) {
            return log.list.stream()
                    .filter(event -> event.getFormattedMessage().contains(words))
                    .map(event -> String.valueOf(event.getMDCPropertyMap().get("order")))
                    .collect(Collectors.toSet());
        }
    }

    /** Begins an upload on this thread, which does not wait for it. */
    private CompletableFuture<Exchange> begin(String order) throws Exception {
        Endpoint endpoint = fixture.context().getEndpoint("apivideo:upload?fileName=" + order + ".mp4");
        AsyncProducer producer = endpoint.createAsyncProducer();
        producer.start();
        Exchange exchange = endpoint.createExchange();
        exchange.getMessage().setBody(TestVideo.of(10).bytes());
        MDC.put("order", order);
        CompletableFuture<Exchange> sent = producer.processAsync(exchange);
        MDC.clear();
        return sent;
    }

    @Test
    void everyLineOfAnUploadHasIt() {
        MDC.put("order", "7");
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(503));
        fixture.assertArrived(fixture.upload("partSize=5MiB&parallelism=2&fileName=a.mp4", VIDEO.stream()), VIDEO);

        assertThat(List.of(
                        orders("'a.mp4' begins"),
                        orders("accepted"),
                        orders("failed, the next"),
                        orders("'a.mp4' is video")))
                .allSatisfy(values -> assertThat(values).containsExactly("7"));
    }

    @Test
    void noThreadKeepsItForTheNextUpload() {
        MDC.put("order", "7");
        fixture.assertArrived(fixture.upload("fileName=a.mp4", TestVideo.of(10).bytes()), TestVideo.of(10));
        MDC.clear();
        fixture.assertArrived(fixture.upload("fileName=b.mp4", TestVideo.of(10).bytes()), TestVideo.of(10));

        assertThat(orders("'b.mp4' is video")).containsExactly("null");
    }

    @Test
    void anUploadThatHasWaitedForItsTurnHasItsOwn() throws Exception {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setMaxConcurrentUploads(1));
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.hold(held));
        CompletableFuture<Exchange> first = begin("1");
        CompletableFuture<Exchange> second = begin("2");
        held.countDown();

        fixture.assertArrived(first.get(), TestVideo.of(10));
        fixture.assertArrived(second.get(), TestVideo.of(10));
        assertThat(orders("'2.mp4' begins")).containsExactly("2");
        Awaitility.await()
                .untilAsserted(() -> assertThat(orders("'2.mp4' is video")).containsExactly("2"));
        assertThat(orders("'1.mp4' is video")).containsExactly("1");
    }
}
