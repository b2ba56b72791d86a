// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.api;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list of the service, such as all videos; the body of an exchange after an operation that lists. Immutable. Camel
 * converts it to the {@code String} of a JSON array, and to an {@code InputStream} of that JSON.
 *
 * <pre>{@code
 * from("direct:films")
 *     .to("apivideo:listVideos?tags=film")
 *     .split(body())
 *     .log("${body.title}");
 * }</pre>
 */
public final class ResultList<T> extends AbstractList<T> implements ApiValue, RandomAccess {

    private final List<T> items;

    /** @param items are copied */
    public ResultList(List<T> items) {
        this.items = List.copyOf(items);
    }

    @Override
    public T get(int index) {
        return items.get(index);
    }

    @Override
    public int size() {
        return items.size();
    }
}
