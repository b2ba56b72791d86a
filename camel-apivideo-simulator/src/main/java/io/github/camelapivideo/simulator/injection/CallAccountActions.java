// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.injection;

import io.github.camelapivideo.simulator.fault.AccountActions;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.store.AccessTokens;
import io.github.camelapivideo.simulator.store.VideoStore;
import java.util.Optional;

/** Changes the account for a fault of one request. */
record CallAccountActions(Call call, VideoStore videos, AccessTokens tokens) implements AccountActions {

    @Override
    public void deleteContainer() {
        String named = call.variable("videoId");
        Optional.ofNullable(named == null ? call.form().text("videoId") : named)
                .flatMap(videos::find)
                .ifPresent(videos::remove);
    }

    @Override
    public void expireTokens() {
        tokens.expireAll();
    }
}
