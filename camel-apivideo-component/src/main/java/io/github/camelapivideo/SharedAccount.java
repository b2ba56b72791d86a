// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.http.AccessTokens;
import io.github.camelapivideo.internal.http.RequestPacer;
import java.time.Clock;

/** What all clients of an account share: its access tokens, and how fast it may ask. */
record SharedAccount(AccessTokens tokens, RequestPacer pacer) {

    static SharedAccount of(Account account) {
        Clock clock = Clock.systemUTC();
        return new SharedAccount(new AccessTokens(account.apiKey(), clock), new RequestPacer(clock));
    }
}
