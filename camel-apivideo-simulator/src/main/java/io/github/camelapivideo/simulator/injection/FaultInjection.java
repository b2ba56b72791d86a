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

/** What faults lay their hands on. */
public record FaultInjection(VideoStore videos, AccessTokens tokens, ConnectionGate door, Clock clock) {

    public AccountActions account(Call call) {
        return new CallAccountActions(call, videos, tokens);
    }

    /** @param reply as it should be */
    public AnswerPaths<Answer> ways(Answer reply) {
        return new HttpAnswerPaths(reply, door, clock);
    }
}
