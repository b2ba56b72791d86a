// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.list;

import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.call.ApiRequest.UrlSecret;
import io.github.camelapivideo.internal.call.Page;
import io.github.camelapivideo.internal.list.PageWalk.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A list of the service as a route asks for it. Immutable.
 *
 * @param path the path as the service documents it, like {@code /videos/{videoId}/captions}
 * @param variables the values of the variables in the path, in their order
 * @param container the container in the path, which the service may not know yet; null if it names none
 * @param item the type of the items
 * @param identity tells items apart
 * @param filters the parameters that choose and sort the items
 * @param urlSecret a filter that is a credential; null if there is none
 * @param pageSize the number of items to ask for at once
 */
public record Listing<T>(
        String path,
        List<String> variables,
        String container,
        Class<T> item,
        Function<T, String> identity,
        List<Parameter> filters,
        UrlSecret urlSecret,
        int pageSize) {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    /** Returns the path with the values of its variables, for messages. */
    String what() {
        return String.format(path.replaceAll("\\{\\w+}", "%s"), variables.toArray());
    }

    /** Returns the request for a single page. */
    public ApiCall<Page<T>> page(int number) {
        return page(new Window(number, pageSize));
    }

    /** Returns the request for a page of a walk. The list may have become shorter and have no such page any more. */
    ApiCall<Page<T>> pageOfWalk(Window window) {
        return page(window)
                .recovering((failure, maybeDone) -> window.number() > 1 && isBeyond(failure.getStatus())
                        ? Optional.of(Page.none())
                        : Optional.empty());
    }

    // How the service answers a request for a page behind the last one is not documented.
    private static boolean isBeyond(int status) {
        return status == BAD_REQUEST || status == NOT_FOUND;
    }

    private ApiCall<Page<T>> page(Window window) {
        List<Parameter> query = new ArrayList<>(filters);
        query.add(new Parameter("currentPage", String.valueOf(window.number())));
        query.add(new Parameter("pageSize", String.valueOf(window.size())));
        ApiCall<Page<T>> call = ApiCall.get(
                        "Getting page " + window.number() + " of " + what(), path, variables.toArray(String[]::new))
                .naming(container)
                .query(query)
                .map(answer -> answer.readPage(item));
        return urlSecret == null ? call : call.query(urlSecret.parameter(), urlSecret.value());
    }

    PageWalk<T> walk() {
        return new PageWalk<>(identity, pageSize);
    }
}
