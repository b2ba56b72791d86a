// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.internal.call.Observers;
import io.github.camelapivideo.internal.engine.UploadEngine;
import io.github.camelapivideo.internal.watch.Totals;
import io.github.camelapivideo.internal.watch.UploadLog;
import java.util.List;
import org.apache.camel.support.HealthCheckComponent;

/** What an operator sees of the component, and can do, from Java and by JMX. Thread-safe. */
abstract class ObservedComponent extends HealthCheckComponent {

    private final Totals totals = new Totals();
    private final Observers observers = new Observers(new UploadLog(), totals);

    /** Returns the engine; null before the component has started. */
    abstract UploadEngine engine();

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
}
