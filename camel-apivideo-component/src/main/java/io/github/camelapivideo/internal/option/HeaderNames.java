// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import io.github.camelapivideo.internal.text.Likeness;
import io.github.camelapivideo.internal.text.LogSafe;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells once of each header that looks like one of the component's and is none. Thread-safe. */
public final class HeaderNames {

    private static final Logger LOG = LoggerFactory.getLogger(HeaderNames.class);

    private static final String PREFIX = "CamelApiVideo";

    // A sender of messages may make up any number of names.
    private static final int MOST_WARNINGS = 100;
    private static final int LONGEST = 100;

    private final Set<String> known = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /** @param known all headers of the component */
    public HeaderNames(Collection<String> known) {
        this.known.addAll(known);
    }

    /**
     * Looks at the headers of a message that is about to be processed.
     *
     * @param reader the URI of the endpoint, without secrets
     */
    public void check(Map<String, Object> headers, String reader) {
        headers.keySet().forEach(name -> {
            if (name.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) && !known.contains(name)) {
                tell(name, reader);
            }
        });
    }

    private void tell(String name, String reader) {
        String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        if (told.size() < MOST_WARNINGS && told.add(shown)) {
            LOG.warn(
                    "Header {} is not one that {} reads: the nearest is {}; all headers are in docs/options.md. This is logged"
                            + " once for each name",
                    LogSafe.brief(shown),
                    reader,
                    Likeness.nearest(shown, known));
        }
    }
}
