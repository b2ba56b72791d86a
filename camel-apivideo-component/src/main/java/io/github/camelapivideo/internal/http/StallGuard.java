// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import io.github.camelapivideo.internal.upload.Watchdog;
import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.protocol.HttpContext;

/**
 * Gives up a request that has a connection and moves no bytes: first those of its own body, then those of the answer,
 * which has to be there whole in the same time. To wait for a connection is no stall. For one request, on its thread.
 */
final class StallGuard implements AutoCloseable {

    private static final String ATTRIBUTE = StallGuard.class.getName();

    private final Watchdog watchdog;
    private final Duration timeout;
    private final Runnable giveUp;
    private Watchdog.Watch watch;

    StallGuard(Watchdog watchdog, Duration timeout, Runnable giveUp) {
        this.watchdog = watchdog;
        this.timeout = timeout;
        this.giveUp = giveUp;
    }

    /** Belongs behind the step of the HTTP client that connects. */
    static final class Begin implements ExecChainHandler {
        @Override
        public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
                throws IOException, HttpException {
            if (scope.clientContext.getAttribute(ATTRIBUTE) instanceof StallGuard guard) {
                guard.begin();
            }
            return chain.proceed(request, scope);
        }
    }

    void watch(HttpContext context) {
        context.setAttribute(ATTRIBUTE, this);
    }

    private void begin() {
        watch = watchdog.watch(timeout, giveUp);
    }

    void moved() {
        if (watch != null) {
            watch.moved();
        }
    }

    /** What the failure of the request really is. */
    IOException explain(IOException failure) {
        return watch != null && watch.isStalled()
                ? new IOException("nothing moved for " + timeout.toMillis() + " ms (stallTimeout)", failure)
                : failure;
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }
}
