// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.ResponseOutOfOrderStrategy;

/** Looks now and then, while a body is being written, whether its answer has come. Thread-safe. */
final class EarlyAnswers implements ResponseOutOfOrderStrategy {

    static final EarlyAnswers INSTANCE = new EarlyAnswers();

    // To look costs a call of the system: one look for every fourth write of a file, or for each over TLS.
    private static final long EVERY = 256 * 1024;

    private EarlyAnswers() {}

    @Override
    public boolean isEarlyResponseDetected(
            ClassicHttpRequest request, HttpClientConnection connection, InputStream in, long sent, long next)
            throws IOException {
        return sent / EVERY < (sent + next) / EVERY
                && connection instanceof WireConnection wire
                && wire.isAnsweredEarly();
    }
}
