// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import io.github.camelapivideo.benchmarks.sink.Shape;
import java.math.BigDecimal;

/**
 * The way to the sink.
 *
 * @param tls whether it is TLS 1.3, or plain HTTP
 */
public record Network(boolean tls, Shape shape) {

    /** What so many connections carry, in bytes per second; 0 if it is not limited. */
    public long limit(int connections) {
        return shape.shared() ? shape.bytesPerSecond() : shape.bytesPerSecond() * connections;
    }

    public boolean shaped() {
        return shape.bytesPerSecond() > 0;
    }

    public String label() {
        String protocol = tls ? "TLS 1.3" : "plain HTTP";
        return protocol + (shaped() ? ", " + line() : ", raw loopback");
    }

    /** The line in words. */
    public String line() {
        String rate = new BigDecimal(shape.bytesPerSecond())
                .movePointLeft(6)
                .stripTrailingZeros()
                .toPlainString();
        return rate + " MB/s for " + (shape.shared() ? "all connections" : "each connection") + ", "
                + shape.rttMillis() + " ms there and back"
                + (shape.breaks() ? ", one request in " + shape.brokenOneIn() + " loses its connection" : "");
    }
}
