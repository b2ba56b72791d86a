// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.watch;

import io.github.camelapivideo.api.UploadProgress;
import io.github.camelapivideo.internal.throttle.AccountThrottle.Pace;
import java.util.List;
import java.util.Map;

/** What a component does at this moment. Thread-safe. */
public interface Load {

    /** Returns the uploads that wait for their turn and those that run. */
    List<UploadProgress> uploads();

    /** Returns the memory that parts of streams have leased, in bytes. */
    long leased();

    /** Returns the memory that they can lease, in bytes. */
    long capacity();

    /** Returns how many requests the accounts may send, by names without secrets. */
    Map<String, List<Pace>> accounts();
}
