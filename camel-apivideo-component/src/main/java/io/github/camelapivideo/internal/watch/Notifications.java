// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.notification.ApiVideoNotification;
import io.github.camelapivideo.api.notification.ApiVideoNotification.EventReceived;
import io.github.camelapivideo.api.notification.ApiVideoNotification.EventRejected;
import io.github.camelapivideo.api.notification.ApiVideoNotification.EventRepeated;
import io.github.camelapivideo.api.notification.ApiVideoNotification.Origin;
import io.github.camelapivideo.api.notification.ApiVideoNotification.ThrottleEnded;
import io.github.camelapivideo.api.notification.ApiVideoNotification.Throttled;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadCompleted;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadFailed;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadProgressed;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadStalled;
import io.github.camelapivideo.api.notification.ApiVideoNotification.UploadStarted;
import io.github.camelapivideo.api.notification.ApiVideoNotification.VideoWaitEnded;
import io.github.camelapivideo.internal.call.ApiRequest;
import io.github.camelapivideo.internal.call.Observer;
import java.time.Duration;
import java.util.function.Function;
import org.apache.camel.Component;
import org.apache.camel.spi.EventNotifier;
import org.apache.camel.spi.ManagementStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the event notifiers of a Camel context. While there are none, nothing is made. Thread-safe. */
public final class Notifications implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(Notifications.class);

    private final Component component;

    public Notifications(Component component) {
        this.component = component;
    }

    private void tell(Function<Origin, ApiVideoNotification> news) {
        ManagementStrategy strategy = component.getCamelContext().getManagementStrategy();
        if (strategy == null || strategy.getEventNotifiers().isEmpty()) {
            return;
        }
        ApiVideoNotification event = news.apply(new Origin(component));
        strategy.getEventNotifiers().forEach(notifier -> tell(notifier, event));
    }

    // One that fails does not silence the others.
    private static void tell(EventNotifier notifier, ApiVideoNotification event) {
        try {
            if (!notifier.isDisabled() && notifier.isEnabled(event)) {
                notifier.notify(event);
            }
        } catch (Exception e) {
            LOG.warn("The event notifier {} failed; the work continues", notifier, e);
        }
    }

    @Override
    public void uploadStarted(UploadProgress upload, int parallelism) {
        tell(origin -> new UploadStarted(origin, upload, parallelism));
    }

    @Override
    public void uploadProgressed(UploadProgress upload) {
        tell(origin -> new UploadProgressed(origin, upload));
    }

    @Override
    public void uploadStands(UploadProgress upload) {
        tell(origin -> new UploadStalled(origin, upload));
    }

    @Override
    public void uploadEnded(UploadProgress upload, Throwable problem) {
        tell(origin ->
                problem == null ? new UploadCompleted(origin, upload) : new UploadFailed(origin, upload, problem));
    }

    @Override
    public void throttled(ApiRequest request, Duration expected) {
        tell(origin -> new Throttled(origin, Totals.operation(request), expected));
    }

    @Override
    public void throttleEnded(ApiRequest request, Duration waited) {
        tell(origin -> new ThrottleEnded(origin, Totals.operation(request), waited));
    }

    @Override
    public void waitEnded(String videoId, Throwable problem, Duration waited) {
        tell(origin -> new VideoWaitEnded(origin, videoId, waited, problem));
    }

    @Override
    public void eventReceived(String type) {
        tell(origin -> new EventReceived(origin, type));
    }

    @Override
    public void eventRejected(String reason) {
        tell(origin -> new EventRejected(origin, reason));
    }

    @Override
    public void eventRepeated(String type) {
        tell(origin -> new EventRepeated(origin, type));
    }
}
