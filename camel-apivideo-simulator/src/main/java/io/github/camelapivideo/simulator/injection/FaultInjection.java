// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.connection.ConnectionGate;
import io.github.camelapivideo.simulator.fault.AccountActions;
import io.github.camelapivideo.simulator.fault.AnswerPaths;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.store.AccessTokens;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.time.Clock;

/** The parts of a simulator that faults act on. */
public record FaultInjection(VideoStore videos, AccessTokens tokens, ConnectionGate gate, Clock clock) {

    /** The account, for a fault of this request. */
    public AccountActions account(Call call) {
        return new CallAccountActions(call, videos, tokens);
    }

    /** The ways to send an answer or to withhold it. */
    public AnswerPaths<Answer> paths(Answer answer) {
        return new HttpAnswerPaths(answer, gate, clock);
    }
}
