// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.time.Duration;
import java.util.Optional;

/** Faults of the answer to a request that was processed. */
final class AnswerFault {

    private AnswerFault() {}

    /** Replaces the answer. */
    record Instead(CannedAnswer answer) implements FaultEffect {
        @Override
        public Optional<CannedAnswer> afterProcessing() {
            return Optional.of(answer);
        }
    }

    /**
     * Changes one value in the JSON of the answer.
     *
     * @param json the new value; null to leave it out
     */
    record Altered(String pointer, String json) implements FaultEffect {
        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.altered(pointer, json);
        }
    }

    /** Processes the request twice and sends the second answer. */
    record Repeated() implements FaultEffect {
        @Override
        public boolean repeats() {
            return true;
        }
    }

    /** Resets the connection in place of the answer. */
    record Reset() implements FaultEffect {
        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.reset();
        }
    }

    /** Never answers. */
    record Stall() implements FaultEffect {
        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.stall();
        }
    }

    /** Sends the body of the answer byte by byte. */
    record Trickle(Duration perByte) implements FaultEffect {
        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.trickle(perByte);
        }
    }

    /** Sends half of the answer. */
    record Half() implements FaultEffect {
        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.half();
        }
    }

    /** Sends a success with a body of this many bytes. */
    record Oversized(long bytes) implements FaultEffect {
        Oversized {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes=" + bytes + ": must not be negative");
            }
        }

        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.oversized(bytes);
        }
    }

    /** Sends the answer, then closes the connection. */
    record Close() implements FaultEffect {
        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.thenClose();
        }
    }

    /** Sends the answer, and resets the connection when the next request comes. */
    record ResetOnReuse() implements FaultEffect {
        @Override
        public <T> T send(AnswerPaths<T> paths) {
            return paths.thenResetOnReuse();
        }
    }
}
