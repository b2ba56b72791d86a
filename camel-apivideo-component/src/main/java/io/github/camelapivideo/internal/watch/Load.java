// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.api.UploadProgress.State;
import io.github.camelapivideo.internal.throttle.AccountThrottle.Pace;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What a component does at this moment. Thread-safe. */
public interface Load {

    /** Returns the uploads that wait for their turn and those that run. */
    List<UploadProgress> uploads();

    /** Returns the uploads in the order in which they began; those that wait come last. */
    default List<UploadProgress> inOrder() {
        return uploads().stream()
                .sorted(Comparator.comparing((UploadProgress upload) -> upload.state() == State.WAITING)
                        .thenComparing(UploadProgress::elapsed, Comparator.reverseOrder()))
                .toList();
    }

    /** Returns the number of uploads in some states. */
    default int count(Predicate<State> state) {
        return (int)
                uploads().stream().filter(upload -> state.test(upload.state())).count();
    }

    /** Returns the bytes that the uploads which run have sent; without what earlier uploads had sent. */
    default long bytes() {
        return uploads().stream()
                .filter(upload -> upload.state().isActive())
                .mapToLong(upload -> Math.max(0, upload.bytes() - upload.reusedBytes()))
                .sum();
    }

    /** Returns the memory that parts of streams have leased, in bytes. */
    long leased();

    /** Returns the memory that they can lease, in bytes. */
    long capacity();

    /** Returns how many requests the accounts may send, by names without secrets. */
    Map<String, List<Pace>> accounts();
}
