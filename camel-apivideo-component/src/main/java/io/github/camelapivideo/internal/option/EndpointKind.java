// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.option;

import java.util.Set;

/** What an endpoint is, by the name in its URI: an operation for {@code to()}, or a feed for {@code from()}. */
public interface EndpointKind {

    /** Returns the name in the URI. */
    String name();

    /** Returns the name of the part of the documents that it belongs to. */
    String group();

    /**
     * Returns the options that only this kind and some others read; a group such as {@code metadata.*} by its name.
     */
    Set<String> options();

    /** Returns the options that it shares with all or most other kinds. */
    Set<String> common();

    /** Returns the headers that it reads. */
    Set<String> headers();
}
