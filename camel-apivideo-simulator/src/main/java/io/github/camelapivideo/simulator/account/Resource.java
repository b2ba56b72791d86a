// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.answer.ServiceTime;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Something that the account has: its id, its attributes and its times. Immutable. */
record Resource(String id, Map<String, Object> attributes, Instant createdAt, Instant updatedAt) {

    Resource {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** This resource with some attributes replaced. */
    Resource with(Map<String, Object> changes, Instant now) {
        Map<String, Object> changed = new LinkedHashMap<>(attributes);
        changed.putAll(changes);
        return new Resource(id, changed, createdAt, now);
    }

    /** The value of an attribute; null if it has none. */
    Object get(String name) {
        return attributes.get(name);
    }

    /** The text of an attribute; empty if it has none. */
    String text(String name) {
        return get(name) instanceof String text ? text : "";
    }

    /** The JSON: the id, the attributes and both times. */
    Map<String, Object> json(String idName) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put(idName, id);
        json.putAll(attributes);
        json.put("createdAt", ServiceTime.format(createdAt));
        json.put("updatedAt", ServiceTime.format(updatedAt));
        return json;
    }

    /** Hides the attributes, which may be credentials. */
    @Override
    public String toString() {
        return id;
    }
}
