// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.http.AccessTokens;
import io.github.camelapivideo.internal.throttle.AccountThrottle;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The accounts of a Camel context: each has one set of access tokens, one throttle and one answer to health checks for
 * all components, endpoints and exchanges. Thread-safe; ends with the context.
 */
public final class SharedAccounts extends ServiceSupport {

    // About one round of probes. Few enough of the sandbox's 100 reads a minute, however many endpoints are checked.
    private static final Duration ACCOUNT_KEPT = Duration.ofSeconds(10);

    // A webhook rarely goes, and each route has its own.
    private static final Duration WEBHOOK_KEPT = Duration.ofMinutes(1);

    private final CamelContext context;
    private final KeptAccounts<SharedAccount> accounts = new KeptAccounts<>(this::share, System::nanoTime);
    private ScheduledExecutorService timer;

    private SharedAccounts(CamelContext context) {
        this.context = context;
    }

    /**
     * The state that all users of one account share.
     *
     * @param answer whether the account answers
     */
    public record SharedAccount(AccessTokens tokens, AccountThrottle throttle, KeptAnswer answer)
            implements RequestGate {

        @Override
        public Permit ask(Budget budget, boolean again, Runnable granted) {
            return throttle.ask(budget, again, granted);
        }

        @Override
        public int left(Budget budget, int otherwise) {
            return throttle.left(budget, otherwise);
        }

        @Override
        public void observe(Budget budget, RateLimit limit, boolean success) {
            throttle.observe(budget, limit, success);
            // An upload may have been opened by an upload token, which says nothing of the account's key.
            if (success && budget != Budget.UPLOADS) {
                answer.good();
            }
        }
    }

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

    /** Returns how many requests each account of a context may send, by the accounts' {@link Account#label}, in order. */
    public static Map<String, List<AccountThrottle.Pace>> paces(CamelContext context) {
        SharedAccounts present = context.hasService(SharedAccounts.class);
        Map<String, List<AccountThrottle.Pace>> paces = new TreeMap<>();
        if (present != null) {
            present.accounts
                    .all()
                    .forEach((account, shared) ->
                            paces.put(account.label(), shared.throttle().paces()));
        }
        return paces;
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
                new AccessTokens(account.apiKey(), System::nanoTime),
                new AccountThrottle(System::nanoTime, timer),
                newAnswer(ACCOUNT_KEPT));
    }

    /** Returns a new memory of whether a webhook exists. */
    public KeptAnswer newWebhookAnswer() {
        return newAnswer(WEBHOOK_KEPT);
    }

    private KeptAnswer newAnswer(Duration kept) {
        return new KeptAnswer(kept, System::nanoTime, timer);
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
