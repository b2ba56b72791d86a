// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.store.AccessTokens;

/** The operations below {@code /auth}. */
public final class LoginHandlers {

    private final AccessTokens tokens;

    public LoginHandlers(AccessTokens tokens) {
        this.tokens = tokens;
    }

    public Answer byKey(Call call) {
        return Answer.json(200, tokens.byKey(call.required("apiKey")));
    }

    public Answer byRefreshToken(Call call) {
        return Answer.json(200, tokens.byRefreshToken(call.required("refreshToken")));
    }
}
