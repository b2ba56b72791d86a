// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.io.InputStream;
import java.lang.ref.WeakReference;
import org.apache.camel.Exchange;

/**
 * Remembers which stream an exchange has given away to be read. A redelivery that finds it half-read would send the
 * rest of the video as if it were the whole.
 */
final class ReadOnce {

    private static final String PROPERTY = "CamelApiVideoStreamRead";

    private ReadOnce() {}

    static void check(InputStream stream, Exchange exchange) {
        if (exchange.getProperty(PROPERTY) instanceof WeakReference<?> read && read.get() == stream) {
            throw new IllegalArgumentException("The body is a stream that an earlier try has read already, and that"
                    + " cannot be read again; with stream caching (spooled to disk for large videos) it could be");
        }
        exchange.setProperty(PROPERTY, new WeakReference<>(stream));
    }
}
