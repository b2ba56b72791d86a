// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.api.UploadProgress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells several observers, one after another; what one of them throws is logged. Thread-safe. */
public final class Observers implements Observer {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<Observer> observers;
    private final Set<String> environments;

    // Null for all of them
    private final String environment;

    public Observers(Observer... first) {
        this(new CopyOnWriteArrayList<>(first), ConcurrentHashMap.newKeySet(), null);
    }

    private Observers(List<Observer> observers, Set<String> environments, String environment) {
        this.observers = observers;
        this.environments = environments;
        this.environment = environment;
    }

    @Override
    public Observer in(String place) {
        // Each observer learns of an environment before something happens there.
        if (environments.add(place)) {
            tell(observer -> observer.in(place));
        }
        return new Observers(observers, environments, place);
    }

    /** Adds an observer. It receives everything that happens after this call, and learns of all environments. */
    public void add(Observer observer) {
        observers.add(observer);
        environments.forEach(observer::in);
    }

    public void remove(Observer observer) {
        observers.remove(observer);
    }

    private void tell(Consumer<Observer> news) {
        for (Observer observer : observers) {
            try {
                news.accept(environment == null ? observer : observer.in(environment));
            } catch (RuntimeException | Error e) {
                LOG.warn("An observer failed; the work continues", e);
            }
        }
    }

    @Override
    public void uploadStarted(UploadProgress upload, int parallelism) {
        tell(observer -> observer.uploadStarted(upload, parallelism));
    }

    @Override
    public void uploadProgressed(UploadProgress upload) {
        tell(observer -> observer.uploadProgressed(upload));
    }

    @Override
    public void uploadContinues(UploadProgress upload) {
        tell(observer -> observer.uploadContinues(upload));
    }

    @Override
    public void uploadStands(UploadProgress upload) {
        tell(observer -> observer.uploadStands(upload));
    }

    @Override
    public void partEnded(UploadProgress part, Throwable problem) {
        tell(observer -> observer.partEnded(part, problem));
    }

    @Override
    public void partEndedWaiting(UploadProgress part, Throwable problem) {
        tell(observer -> observer.partEndedWaiting(part, problem));
    }

    @Override
    public void uploadEnded(UploadProgress upload, Throwable problem) {
        tell(observer -> observer.uploadEnded(upload, problem));
    }

    @Override
    public void uploadEndedWaiting(UploadProgress upload, Throwable problem) {
        tell(observer -> observer.uploadEndedWaiting(upload, problem));
    }

    @Override
    public void requestEnded(ApiRequest request, int failures, Throwable problem, long nanos) {
        tell(observer -> observer.requestEnded(request, failures, problem, nanos));
    }

    @Override
    public void retrying(ApiRequest request, int failures, Duration delay, Throwable problem) {
        tell(observer -> observer.retrying(request, failures, delay, problem));
    }

    @Override
    public void throttled(ApiRequest request, Duration expected) {
        tell(observer -> observer.throttled(request, expected));
    }

    @Override
    public void throttleEnded(ApiRequest request, Duration waited) {
        tell(observer -> observer.throttleEnded(request, waited));
    }

    @Override
    public void memoryGranted(Duration waited) {
        tell(observer -> observer.memoryGranted(waited));
    }

    @Override
    public void waitEnded(String videoId, Throwable problem, Duration waited) {
        tell(observer -> observer.waitEnded(videoId, problem, waited));
    }

    @Override
    public void eventReceived(String type) {
        tell(observer -> observer.eventReceived(type));
    }

    @Override
    public void eventRejected(String reason) {
        tell(observer -> observer.eventRejected(reason));
    }

    @Override
    public void eventRepeated(String type) {
        tell(observer -> observer.eventRepeated(type));
    }
}
