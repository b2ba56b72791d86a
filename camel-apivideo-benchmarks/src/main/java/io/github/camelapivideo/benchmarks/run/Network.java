// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.run;

import io.github.camelapivideo.benchmarks.sink.Shape;

/**
 * The way to the sink.
 *
 * @param tls whether it is TLS 1.3, or plain HTTP
 */
public record Network(boolean tls, Shape shape) {

    /** What so many connections carry, in bytes per second; 0 if it is not limited. */
    long limit(int connections) {
        return shape.bytesPerSecond() * connections;
    }

    boolean shaped() {
        return shape.bytesPerSecond() > 0;
    }

    String label() {
        String protocol = tls ? "TLS 1.3" : "plain HTTP";
        return shaped()
                ? protocol + ", " + shape.bytesPerSecond() / 1_000_000 + " MB/s for each connection, "
                        + shape.rttMillis() + " ms there and back"
                : protocol + ", raw loopback";
    }
}
