// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.time.Duration;
import java.util.OptionalLong;

/** Faults while the body of a request arrives. */
final class BodyFault {

    private BodyFault() {}

    /** Resets the connection after some bytes. */
    record Reset(long bytes) implements FaultEffect {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(bytes);
        }

        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.reset();
        }
    }

    /** Closes the connection in order after some bytes. */
    record Close(long bytes) implements FaultEffect {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(bytes);
        }

        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.close();
        }
    }

    /** Stops reading after some bytes. */
    record Stall(long bytes) implements FaultEffect {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(bytes);
        }

        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.stall();
        }
    }

    /** Answers before the end of the body. */
    record Early(long bytes, CannedAnswer answer, AfterEarlyAnswer rest) implements FaultEffect {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(bytes);
        }

        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.early(answer, rest);
        }
    }

    /** Cuts all connections and refuses new ones for a time. */
    record Outage(Duration time) implements FaultEffect {
        @Override
        public OptionalLong cutAfter() {
            return OptionalLong.of(0);
        }

        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.outage(time);
        }
    }

    /** Reads the body slowly, in bytes per second. */
    record Slow(long rate) implements FaultEffect {
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
