// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.polling;

import static io.github.camelapivideo.polling.PollingFixture.PATIENCE;
import static io.github.camelapivideo.polling.PollingFixture.awaitIds;
import static io.github.camelapivideo.polling.PollingFixture.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.component.mock.MockEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Polls of a list that changes while it is read, or that cannot be read for a time. */
class ChangingListTest {

    private static final int CHANGES = 60;

    @RegisterExtension
    final PollingFixture polling = new PollingFixture(simulator -> simulator.onRequest(this::changed));

    private final List<String> living = new CopyOnWriteArrayList<>();
    private final Set<String> deleted = new ConcurrentSkipListSet<>();
    private final AtomicInteger changes = new AtomicInteger(CHANGES);
    private Random random;

    /** Changes the list after each page of it. */
    private void changed(RecordedRequest request) {
        if (random == null || request.kind() != RequestKind.LIST || changes.get() == 0) {
            return;
        }
        int kind = random.nextInt(3);
        if (kind == 0) {
            living.add(polling.create("new"));
        } else if (kind == 1) {
            String gone = living.remove(random.nextInt(living.size()));
            deleted.add(gone);
            polling.operate("deleteVideo", gone);
        } else {
            polling.retitle(living.get(random.nextInt(living.size())));
        }
        changes.decrementAndGet();
    }

    @ParameterizedTest
    @CsvSource({"created,1", "created,2", "published,3", "published,4"})
    void eachVideoThatStaysIsGivenOnceWhileOthersAppearAndDisappearBetweenThePages(String emit, int seed)
            throws Exception {
        living.addAll(polling.create(45));
        random = new Random(seed);
        MockEndpoint videos = polling.poll("since=beginning&pageSize=20&emit=" + emit);
        await().atMost(PATIENCE.multipliedBy(3)).until(() -> changes.get() == 0);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ids(videos)).containsAll(living));
        assertThat(ids(videos)).doesNotHaveDuplicates();
        assertThat(deleted).isNotEmpty();
        assertThat(ids(videos)).allMatch(videoId -> living.contains(videoId) || deleted.contains(videoId));
    }

    @Test
    void aPollThatFailsOnAPageBeginsAnew() throws Exception {
        List<String> created = polling.create(45);
        polling.service().faults().on(RequestKind.LIST).nth(3).then(Fault.status(503));
        polling.service().faults().on(RequestKind.LIST).nth(5).then(Fault.status(400));
        awaitIds(polling.poll("since=beginning&pageSize=20&maxRetries=0"), created);
    }

    @Test
    void whatIsCreatedDuringAnOutageIsGivenAfterIt() throws Exception {
        MockEndpoint videos = polling.poll("since=now&maxRetries=0");
        polling.awaitLists(2);
        polling.service().faults().on(RequestKind.LIST).then(Fault.status(503));
        polling.awaitLists(2);
        List<String> created = polling.create(3);
        polling.awaitLists(3);
        assertThat(ids(videos)).isEmpty();
        polling.service().faults().clear();
        awaitIds(videos, created);
    }

    @Test
    void nowIsTheFirstPollThatSucceeds() throws Exception {
        polling.service().faults().on(RequestKind.LIST).then(Fault.status(503));
        MockEndpoint videos = polling.poll("since=now&maxRetries=0");
        polling.awaitLists(2);
        polling.create("before");
        polling.service().faults().clear();
        polling.awaitLists(3);
        String after = polling.create("after");
        awaitIds(videos, List.of(after));
    }

    @Test
    void aVideoThatCannotBeReadHoldsUpNone() throws Exception {
        List<String> created = polling.create(3);
        polling.service()
                .faults()
                .on("GET", "/videos/" + created.get(0))
                .times(2)
                .then(Fault.status(500));
        MockEndpoint videos = polling.poll("since=beginning&maxRetries=0");
        awaitIds(videos, List.of(created.get(1), created.get(2), created.get(0)));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, 3600})
    void theClockOfTheServiceMayDiffer(long seconds) throws Exception {
        polling.apiVideo()
                .restart(simulator -> simulator.clock(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(seconds))));
        polling.create(2);
        MockEndpoint videos = polling.poll("since=now");
        polling.awaitLists(2);
        List<String> created = polling.create(2);
        awaitIds(videos, created);
        polling.awaitLists(2);
        assertThat(ids(videos)).isEqualTo(created);
    }
}
