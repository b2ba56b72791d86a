// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGate;
import io.github.camelapivideo.simulator.fault.AfterEarlyAnswer;
import io.github.camelapivideo.simulator.fault.AnswerPaths;
import io.github.camelapivideo.simulator.fault.CannedAnswer;
import java.time.Clock;
import java.time.Duration;

/**
 * What becomes of an answer.
 *
 * @param reply as it should be
 */
record HttpAnswerPaths(Answer reply, ConnectionGate door, Clock clock) implements AnswerPaths<Answer> {

    @Override
    public Answer usual() {
        return reply;
    }

    @Override
    public Answer reset() {
        return new Answer.Cut(true);
    }

    @Override
    public Answer end() {
        return new Answer.Cut(false);
    }

    @Override
    public Answer silence() {
        return new StalledAnswer();
    }

    @Override
    public Answer early(CannedAnswer answer, AfterEarlyAnswer rest) {
        return new EarlyAnswer(Answer.of(answer), rest);
    }

    @Override
    public Answer trickle(Duration perByte) {
        return new TrickledAnswer(reply, perByte);
    }

    @Override
    public Answer half() {
        return new LastAnswer(new HalfAnswer(reply));
    }

    @Override
    public Answer altered(String pointer, String json) {
        return JsonAlteration.of(pointer, json).in(reply);
    }

    @Override
    public Answer retryAt(Duration wait) {
        return new RetryAtAnswer(reply, clock.instant().plus(wait));
    }

    @Override
    public Answer oversized(long bytes) {
        return new OversizedAnswer(reply, bytes);
    }

    @Override
    public Answer thenEnd() {
        return new LastAnswer(reply);
    }

    @Override
    public Answer thenResetOnReuse() {
        return new ResetOnReuseAnswer(reply);
    }

    @Override
    public Answer outage(Duration time) {
        return new OutageAnswer(door, time);
    }
}
