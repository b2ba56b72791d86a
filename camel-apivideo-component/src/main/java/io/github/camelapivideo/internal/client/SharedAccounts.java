// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import io.github.camelapivideo.internal.http.AccessTokens;
import io.github.camelapivideo.internal.throttle.AccountThrottle;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The accounts of a Camel context: each has one set of access tokens and one throttle for all components, endpoints
 * and exchanges. Thread-safe; ends with the context.
 */
public final class SharedAccounts extends ServiceSupport {

    private final CamelContext context;
    private final KeptAccounts<SharedAccount> accounts = new KeptAccounts<>(this::share, System::nanoTime);
    private ScheduledExecutorService timer;

    private SharedAccounts(CamelContext context) {
        this.context = context;
    }

    /** The state that all users of one account share. */
    public record SharedAccount(AccessTokens tokens, AccountThrottle throttle) {}

    public static synchronized SharedAccounts of(CamelContext context) {
        SharedAccounts present = context.hasService(SharedAccounts.class);
        if (present != null) {
            return present;
        }
        try {
            SharedAccounts accounts = new SharedAccounts(context);
            context.addService(accounts, true, true);
            return accounts;
        } catch (Exception e) {
            throw new RuntimeCamelException(e);
        }
    }

    /** Returns the shared state of the account; the caller gives it back with {@link #give}. */
    SharedAccount take(Account account) {
        return accounts.take(account);
    }

    /** Ends one use of the account. */
    void give(Account account) {
        accounts.give(account);
    }

    private SharedAccount share(Account account) {
        return new SharedAccount(
                new AccessTokens(account.apiKey(), System::nanoTime), new AccountThrottle(System::nanoTime, timer));
    }

    @Override
    protected void doStart() {
        timer = ApiVideoThreads.newTimer(context.getExecutorServiceManager(), this, "ApiVideoPace");
    }

    @Override
    protected void doStop() {
        context.getExecutorServiceManager().shutdownNow(timer);
        accounts.clear();
    }
}
