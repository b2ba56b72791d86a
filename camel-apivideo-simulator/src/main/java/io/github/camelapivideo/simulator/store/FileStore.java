// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.store;

import io.github.camelapivideo.simulator.api.ReceivedFile;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The small files that clients have uploaded, by the path of what they belong to. Thread-safe. */
public final class FileStore {

    private final Map<String, ReceivedFile> files = new ConcurrentHashMap<>();

    public void put(String path, ReceivedFile file) {
        files.put(path, file);
    }

    public Optional<ReceivedFile> get(String path) {
        return Optional.ofNullable(files.get(path));
    }

    public void remove(String path) {
        files.remove(path);
    }

    /** Removes the files of everything below a path. */
    public void removeBelow(String path) {
        files.keySet().removeIf(name -> name.startsWith(path + "/"));
    }

    public void clear() {
        files.clear();
    }
}
