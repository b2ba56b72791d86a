// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.internal.call.Observers;
import io.github.camelapivideo.internal.engine.UploadEngine;
import io.github.camelapivideo.internal.part.PartBuffers;
import io.github.camelapivideo.internal.watch.Instruments;
import io.github.camelapivideo.internal.watch.Load;
import io.github.camelapivideo.internal.watch.Totals;
import io.github.camelapivideo.internal.watch.UploadLog;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.support.HealthCheckComponent;
import org.apache.camel.support.LifecycleStrategySupport;

/** What an operator sees of the component, and can do, from Java and by JMX. Thread-safe. */
abstract class ObservedComponent extends HealthCheckComponent {

    private final Totals totals = new Totals();
    private final Observers observers = new Observers(new UploadLog(), totals);
    private final Instruments instruments = new Instruments(new Now(), observers);

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

    /** Returns those who hear of all that the component does. */
    Observers observers() {
        return observers;
    }

    Totals totals() {
        return totals;
    }

    /** Returns the uploads of this component that wait for their turn and those that run, in no order. */
    public List<UploadProgress> uploads() {
        return engine() == null ? List.of() : engine().uploads().list();
    }

    /**
     * Ends an upload. One that waits for its turn ends at once; one that runs ends as after a failure: the exchange fails,
     * and {@code onFailure} decides what becomes of the container.
     *
     * @param id the identifier of the exchange, or of the video
     * @return false if there is no such upload, for example because it is complete
     */
    public boolean cancelUpload(String id) {
        return engine() != null && engine().uploads().cancel(id);
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
    }
}
