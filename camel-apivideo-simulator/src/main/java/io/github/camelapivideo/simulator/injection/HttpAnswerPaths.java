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
 * Sends, changes or withholds one answer over HTTP.
 *
 * @param answer the undisturbed answer
 */
record HttpAnswerPaths(Answer answer, ConnectionGate gate, Clock clock) implements AnswerPaths<Answer> {

    @Override
    public Answer usual() {
        return answer;
    }

    @Override
    public Answer reset() {
        return new CutAnswer(true);
    }

    @Override
    public Answer close() {
        return new CutAnswer(false);
    }

    @Override
    public Answer stall() {
        return new StalledAnswer();
    }

    @Override
    public Answer early(CannedAnswer canned, AfterEarlyAnswer rest) {
        return new EarlyAnswer(Answer.of(canned), rest);
    }

    @Override
    public Answer trickle(Duration perByte) {
        return new TrickledAnswer(answer, perByte);
    }

    @Override
    public Answer half() {
        return new LastAnswer(new HalfAnswer(answer));
    }

    @Override
    public Answer altered(String pointer, String json) {
        return JsonAlteration.of(pointer, json).in(answer);
    }

    @Override
    public Answer retryAt(Duration wait) {
        return new RetryAtAnswer(answer, clock.instant().plus(wait));
    }

    @Override
    public Answer oversized(long bytes) {
        return new OversizedAnswer(answer, bytes);
    }

    @Override
    public Answer thenClose() {
        return new LastAnswer(answer);
    }

    @Override
    public Answer thenResetOnReuse() {
        return new ResetOnReuseAnswer(answer);
    }

    @Override
    public Answer outage(Duration time) {
        return new OutageAnswer(gate, time);
    }
}
