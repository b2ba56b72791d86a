// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.internal.call.Observers;
import io.github.camelapivideo.internal.client.SharedAccounts;
import io.github.camelapivideo.internal.engine.UploadEngine;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.option.HeaderNames;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.throttle.AccountThrottle.Pace;
import io.github.camelapivideo.internal.watch.Instruments;
import io.github.camelapivideo.internal.watch.Load;
import io.github.camelapivideo.internal.watch.Notifications;
import io.github.camelapivideo.internal.watch.Overview;
import io.github.camelapivideo.internal.watch.OverviewText;
import io.github.camelapivideo.internal.watch.Totals;
import io.github.camelapivideo.internal.watch.UploadListeners;
import io.github.camelapivideo.internal.watch.UploadLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.openmbean.TabularData;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedOperation;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.LifecycleStrategySupport;

/** What an operator sees of the component, and can do, from Java and by JMX. Thread-safe. */
@ManagedResource(description = "Uploads videos to api.video")
abstract class ObservedComponent extends HealthCheckComponent {

    private final Totals totals = new Totals();
    private final Observers observers = new Observers(new UploadLog(), totals, new Notifications(this));
    private final Load load = new Now();
    private final Instruments instruments = new Instruments(load, observers);
    private final Overview overview = new Overview(load, totals);
    private final OverviewText text = new OverviewText(load, totals);
    private final HeaderNames headerNames = new HeaderNames(ApiVideoOperation.allHeaders());
    private final AtomicInteger listeners = new AtomicInteger();

    /** Returns the engine; null before the component has started. */
    abstract UploadEngine engine();

    /** Returns the memory for streams; null before the component has started. */
    abstract PartBuffers buffers();

    @Override
    public void setCamelContext(CamelContext context) {
        super.setCamelContext(context);
        context.addLifecycleStrategy(new LifecycleStrategySupport() {
            @Override
            public void onContextStarted(CamelContext started) {
                // What the routes have brought along may have a registry of meters.
                if (isStarted()) {
                    instruments.begin(started);
                }
            }
        });
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        instruments.begin(getCamelContext());
    }

    @Override
    protected void doStop() throws Exception {
        instruments.end();
        super.doStop();
    }

    /** Returns the observers of uploads, requests and events. */
    Observers observers() {
        return observers;
    }

    /** Sets the listeners that the registry has now, unless one is set: Camel itself would set only a single one, once. */
    void tellAllListeners(ApiVideoConfiguration options) {
        boolean wired = isAutowiredEnabled() && getCamelContext().isAutowiredEnabled();
        if (wired && options.getUploadListener() == null) {
            options.setUploadListener(UploadListeners.ofRegistry(getCamelContext(), listeners));
        }
    }

    /** Returns what tells of misspelled headers, once for each name. */
    HeaderNames headerNames() {
        return headerNames;
    }

    Totals totals() {
        return totals;
    }

    Overview overview() {
        return overview;
    }

    OverviewText text() {
        return text;
    }

    /** Returns the uploads of this component that wait for their turn and those that run, in no order. */
    public List<UploadProgress> uploads() {
        return engine() == null ? List.of() : engine().uploads().list();
    }

    /**
     * Ends an upload. One that waits for its turn ends at once; one that runs ends as after a failure: the exchange fails,
     * and {@code onFailure} decides what becomes of the container. One whose video is complete cannot be ended, unless
     * files beside the video are still to be sent: those end then.
     *
     * @param id the identifier of the exchange, or of the video
     * @return false if there is no such upload, or if its video is complete
     */
    @ManagedOperation(
            description = "Ends the upload of an exchange or a video; false if there is none, or it is complete")
    public boolean cancelUpload(String id) {
        return engine() != null && engine().uploads().cancel(id);
    }

    @ManagedOperation(description = "Uploads, requests, memory and accounts as text")
    public String describe() {
        return text.component() + text.accounts();
    }

    @ManagedAttribute(description = "Uploads that run")
    public int getRunningUploads() {
        return load.count(State::isActive);
    }

    @ManagedAttribute(description = "Uploads that wait for their turn")
    public int getWaitingUploads() {
        return load.count(State.WAITING::equals);
    }

    @ManagedAttribute(description = "Uploads that are complete")
    public long getCompletedUploads() {
        return totals.completed();
    }

    @ManagedAttribute(description = "Uploads that have failed or were cancelled, also before they began")
    public long getFailedUploads() {
        return totals.failed();
    }

    @ManagedAttribute(description = "Bytes that uploads and single parts have sent, also those that run")
    public long getUploadedBytes() {
        return totals.bytes() + load.bytes();
    }

    @ManagedAttribute(description = "Requests that have failed and were sent again")
    public long getRetries() {
        return totals.retries();
    }

    @ManagedAttribute(description = "Requests that have waited for the rate limit of their account")
    public long getThrottleWaits() {
        return totals.throttles();
    }

    @ManagedAttribute(description = "Bytes of bufferMemory that parts of streams hold now")
    public long getBufferBytesLeased() {
        return load.leased();
    }

    @ManagedAttribute(description = "Bytes of bufferMemory in all")
    public long getBufferBytes() {
        return load.capacity();
    }

    @ManagedAttribute(description = "Events that routes have received, also repeated ones")
    public long getEventsReceived() {
        return totals.events();
    }

    @ManagedAttribute(description = "Deliveries that were refused: a wrong signature, too large, or no event")
    public long getEventsRejected() {
        return totals.refusedEvents();
    }

    @ManagedAttribute(description = "Events that their route had had, or had at that moment")
    public long getEventsRepeated() {
        return totals.repeatedEvents();
    }

    @ManagedAttribute(description = "The uploads that run or wait for their turn")
    public TabularData getUploads() {
        return overview.uploads();
    }

    @ManagedAttribute(description = "Requests by operation and outcome")
    public TabularData getRequests() {
        return overview.requests();
    }

    @ManagedAttribute(description = "Rate limits of the accounts of the Camel context")
    public TabularData getAccounts() {
        return overview.accounts();
    }

    private final class Now implements Load {

        @Override
        public List<UploadProgress> uploads() {
            return ObservedComponent.this.uploads();
        }

        @Override
        public long leased() {
            return buffers() == null ? 0 : buffers().leased();
        }

        @Override
        public long capacity() {
            return buffers() == null ? 0 : buffers().capacity();
        }

        @Override
        public Map<String, List<Pace>> accounts() {
            return SharedAccounts.paces(getCamelContext());
        }
    }
}
