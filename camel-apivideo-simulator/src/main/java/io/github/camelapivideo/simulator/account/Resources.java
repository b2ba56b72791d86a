// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.Identifiers;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All resources of one kind, the oldest first. Thread-safe. */
final class Resources {

    private final Clock clock;
    private final String prefix;
    private final String idName;
    // Guarded by this
    private final Map<String, Resource> resources = new LinkedHashMap<>();

    /**
     * @param prefix begins each id
     * @param idName the path's variable that names a resource of this kind
     */
    Resources(Clock clock, String prefix, String idName) {
        this.clock = clock;
        this.prefix = prefix;
        this.idName = idName;
    }

    synchronized Resource create(Map<String, Object> attributes) {
        Resource resource = new Resource(Identifiers.next(prefix, 22), attributes, clock.instant(), clock.instant());
        resources.put(resource.id(), resource);
        return resource;
    }

    /** Refuses the request if there is no such resource. */
    synchronized Resource get(String id) {
        Resource resource = resources.get(id);
        if (resource == null) {
            throw ProblemType.NOT_FOUND.because(idName, "There is no such resource.");
        }
        return resource;
    }

    /** Replaces some attributes; refuses the request if there is no such resource. */
    synchronized Resource update(String id, Map<String, Object> changes) {
        Resource changed = get(id).with(changes, clock.instant());
        resources.put(id, changed);
        return changed;
    }

    synchronized void delete(String id) {
        resources.remove(get(id).id());
    }

    synchronized List<Resource> all() {
        return List.copyOf(resources.values());
    }

    synchronized void clear() {
        resources.clear();
    }
}
