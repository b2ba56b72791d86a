// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import io.github.camelapivideo.internal.text.Secret;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What one request proves itself with.
 *
 * @param header the value of the header {@code Authorization}; null for none
 * @param secrets what no text may show, even if the service repeats it
 */
public record Credential(Secret header, Supplier<Stream<Secret>> secrets) {

    /** Proves nothing. */
    public static final Credential NONE = new Credential(null, Stream::empty);
}
