// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

/** Port: looks at how a source begins, before anything of it is sent. */
@FunctionalInterface
public interface ContentInspector {

    /** How many bytes it sees at most. */
    int BYTES = 64 * 1024;

    /** Lets every source pass. */
    ContentInspector NONE = beginning -> {};

    /**
     * Looks at the first bytes of a source.
     *
     * @param beginning the first {@link #BYTES} bytes, or all if there are fewer
     * @throws IllegalArgumentException if the source is not to be sent
     */
    void inspect(byte[] beginning);
}
