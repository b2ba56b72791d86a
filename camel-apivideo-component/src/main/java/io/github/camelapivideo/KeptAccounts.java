// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.SharedAccounts.SharedAccount;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** What is known of accounts, for as long as somebody uses them, and a while longer. Thread-safe. */
final class KeptAccounts {

    // The requests of a minute that an account has used up are used up for whoever comes next.
    static final Duration WHILE = Duration.ofMinutes(2);

    private final Function<Account, SharedAccount> making;
    private final LongSupplier nanoTime;

    // Guarded by this
    private final Map<Account, Kept> accounts = new HashMap<>();

    /** @param nanoTime never goes back, like {@link System#nanoTime} */
    KeptAccounts(Function<Account, SharedAccount> making, LongSupplier nanoTime) {
        this.making = making;
        this.nanoTime = nanoTime;
    }

    private record Kept(SharedAccount shared, int users, long unusedSince) {}

    /** What is known of an account; to be given back with {@link #give}. */
    synchronized SharedAccount take(Account account) {
        forget();
        Kept kept = accounts.get(account);
        SharedAccount shared = kept == null ? making.apply(account) : kept.shared();
        accounts.put(account, new Kept(shared, kept == null ? 1 : kept.users() + 1, 0));
        return shared;
    }

    synchronized void give(Account account) {
        accounts.computeIfPresent(
                account, (same, kept) -> new Kept(kept.shared(), kept.users() - 1, nanoTime.getAsLong()));
        forget();
    }

    private void forget() {
        long now = nanoTime.getAsLong();
        accounts.values().removeIf(kept -> kept.users() == 0 && now - kept.unusedSince() > WHILE.toNanos());
    }

    synchronized int size() {
        return accounts.size();
    }

    synchronized void clear() {
        accounts.clear();
    }
}
