// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.fault.Account;
import io.github.camelapivideo.simulator.fault.Sending;
import java.time.Clock;

/** What faults lay their hands on. */
record Sabotage(VideoStore videos, AccessTokens tokens, Door door, Clock clock) {

    Account account(Call call) {
        return new CallAccount(call, videos, tokens);
    }

    /** @param reply as it should be */
    Sending<Reply> ways(Reply reply) {
        return new Ways(reply, door, clock);
    }
}
