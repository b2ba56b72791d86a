// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.fault;

import java.time.Duration;
import java.util.Optional;

/** What goes wrong with the answer to a request that was carried out, or refused. */
final class AnswerFault {

    private AnswerFault() {}

    /** It is another one. */
    record Instead(CannedAnswer answer) implements Fault {
        @Override
        public Optional<CannedAnswer> afterProcessing() {
            return Optional.of(answer);
        }
    }

    /**
     * Its JSON has another value at one place.
     *
     * @param json null if there is to be none
     */
    record Altered(String pointer, String json) implements Fault {
        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.altered(pointer, json);
        }
    }

    /** It is that to the same request once more, as a proxy makes it. */
    record Repeated() implements Fault {
        @Override
        public boolean repeats() {
            return true;
        }
    }

    /** It is lost together with the connection. */
    record Reset() implements Fault {
        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.reset();
        }
    }

    /** It never comes. */
    record Stall() implements Fault {
        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.silence();
        }
    }

    /** It comes byte by byte. */
    record Trickle(Duration perByte) implements Fault {
        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.trickle(perByte);
        }
    }

    /** Half of it is missing. */
    record Half() implements Fault {
        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.half();
        }
    }

    /** It is far too long. */
    record Oversized(long bytes) implements Fault {
        Oversized {
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes=" + bytes + ": must not be negative");
            }
        }

        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.oversized(bytes);
        }
    }

    /** It is the last on its connection. */
    record End() implements Fault {
        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.thenEnd();
        }
    }

    /** It is the last on its connection, which only the next request finds out. */
    record ResetOnReuse() implements Fault {
        @Override
        public <T> T send(AnswerPaths<T> ways) {
            return ways.thenResetOnReuse();
        }
    }
}
