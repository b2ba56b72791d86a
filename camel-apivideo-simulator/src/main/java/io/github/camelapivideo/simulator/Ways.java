// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.fault.AfterEarlyAnswer;
import io.github.camelapivideo.simulator.fault.Answer;
import io.github.camelapivideo.simulator.fault.Sending;
import java.time.Clock;
import java.time.Duration;

/**
 * What becomes of an answer.
 *
 * @param reply as it should be
 */
record Ways(Reply reply, Door door, Clock clock) implements Sending<Reply> {

    @Override
    public Reply usual() {
        return reply;
    }

    @Override
    public Reply reset() {
        return new Reply.Cut(true);
    }

    @Override
    public Reply end() {
        return new Reply.Cut(false);
    }

    @Override
    public Reply silence() {
        return new Silence();
    }

    @Override
    public Reply early(Answer answer, AfterEarlyAnswer rest) {
        return new EarlyReply(Reply.of(answer), rest);
    }

    @Override
    public Reply trickle(Duration perByte) {
        return new Trickle(reply, perByte);
    }

    @Override
    public Reply half() {
        return new LastReply(new Half(reply));
    }

    @Override
    public Reply altered(String pointer, String json) {
        return AlteredJson.of(pointer, json).in(reply);
    }

    @Override
    public Reply retryAt(Duration wait) {
        return new RetryAt(reply, clock.instant().plus(wait));
    }

    @Override
    public Reply oversized(long bytes) {
        return new Oversized(reply, bytes);
    }

    @Override
    public Reply thenEnd() {
        return new LastReply(reply);
    }

    @Override
    public Reply thenResetOnReuse() {
        return new Doom(reply);
    }

    @Override
    public Reply outage(Duration time) {
        return new Outage(door, time);
    }
}
