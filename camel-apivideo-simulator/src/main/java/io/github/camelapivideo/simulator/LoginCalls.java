// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

/** Below {@code /auth}. */
final class LoginCalls {

    private final AccessTokens tokens;

    LoginCalls(AccessTokens tokens) {
        this.tokens = tokens;
    }

    Reply byKey(Call call) {
        return Reply.json(200, tokens.byKey(call.required("apiKey")));
    }

    Reply byRefreshToken(Call call) {
        return Reply.json(200, tokens.byRefreshToken(call.required("refreshToken")));
    }
}
