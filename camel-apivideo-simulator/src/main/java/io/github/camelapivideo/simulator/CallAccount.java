// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.fault.Account;
import java.util.Optional;

/** The account as a fault of one request meets it. */
record CallAccount(Call call, VideoStore videos, AccessTokens tokens) implements Account {

    @Override
    public void deleteContainer() {
        String named = call.variable("videoId");
        Optional.ofNullable(named == null ? call.form().text("videoId") : named)
                .flatMap(videos::find)
                .ifPresent(videos::forget);
    }

    @Override
    public void expireTokens() {
        tokens.expireAll();
    }
}
