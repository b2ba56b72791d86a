// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.time.Duration;
import java.util.OptionalLong;

/** What goes wrong while the body of a request is on its way. */
final class BodyFault {

    private BodyFault() {}

    /** The connection is reset. */
    record Reset(long bytes) implements Fault {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(bytes);
        }

        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.reset();
        }
    }

    /** The connection is ended in order. */
    record End(long bytes) implements Fault {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(bytes);
        }

        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.end();
        }
    }

    /** Nobody reads on. */
    record Stall(long bytes) implements Fault {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(bytes);
        }

        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.silence();
        }
    }

    /** The answer does not wait for its end. */
    record Early(long bytes, CannedAnswer answer, AfterEarlyAnswer rest) implements Fault {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(bytes);
        }

        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.early(answer, rest);
        }
    }

    /** The server is gone for a while. */
    record Outage(Duration time) implements Fault {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(0);
        }

        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.outage(time);
        }
    }

    /** It is read slowly. */
    record Slow(long rate) implements Fault {
        Slow {
            if (rate < 1) {
                throw new IllegalArgumentException("bytesPerSecond=" + rate + ": must be at least 1");
            }
        }

        @Override
        public OptionalLong bytesPerSecond() {
            return OptionalLong.of(rate);
        }
    }
}
