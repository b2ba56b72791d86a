// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.github.camelapivideo.internal.call.Page;
import java.io.IOException;
import java.util.List;

/**
 * The JSON of one page of a list.
 *
 * @param pagination null if it is missing or cannot be read
 */
record PageJson<T>(
        @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
        List<T> data,

        Pagination pagination) {

    private static final Pagination UNKNOWN = new Pagination(null, null, null);

    /**
     * What the service says about the list; each property may be null.
     *
     * @param links the links to other pages. Only their kinds are used: an address could be on another host
     */
    record Pagination(Long itemsTotal, Integer pagesTotal, List<Link> links) {

        boolean isLinkedAsLast() {
            return links != null && !links.isEmpty() && links.stream().noneMatch(link -> "next".equals(link.rel()));
        }
    }

    /** A link to another page. */
    record Link(String rel) {}

    /** Reads an answer. */
    static <T> Page<T> read(byte[] body, Class<T> item) throws IOException {
        PageJson<T> json = VideoJson.answer(
                VideoJson.tree(body), TypeFactory.defaultInstance().constructParametricType(PageJson.class, item));
        return json.page();
    }

    private Page<T> page() {
        Pagination known = pagination == null ? UNKNOWN : pagination;
        return new Page<>(data, known.itemsTotal(), known.pagesTotal(), known.isLinkedAsLast());
    }
}
