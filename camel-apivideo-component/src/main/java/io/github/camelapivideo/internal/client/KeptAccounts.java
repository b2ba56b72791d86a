// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Keeps the shared state of an account until two minutes after its last use. Thread-safe.
 *
 * @param <S> the shared state
 */
public final class KeptAccounts<S> {

    // Requests of this minute count for the account's next user, too.
    public static final Duration WHILE = Duration.ofMinutes(2);

    private final Function<Account, S> making;
    private final LongSupplier nanoTime;

    // Guarded by this
    private final Map<Account, Kept<S>> accounts = new HashMap<>();

    /** @param nanoTime never goes back, like {@link System#nanoTime} */
    public KeptAccounts(Function<Account, S> making, LongSupplier nanoTime) {
        this.making = making;
        this.nanoTime = nanoTime;
    }

    private record Kept<S>(S shared, int users, long unusedSince) {}

    /** Returns the state of an account; the caller gives it back with {@link #give}. */
    public synchronized S take(Account account) {
        forget();
        Kept<S> kept = accounts.get(account);
        S shared = kept == null ? making.apply(account) : kept.shared();
        accounts.put(account, new Kept<>(shared, kept == null ? 1 : kept.users() + 1, 0));
        return shared;
    }

    public synchronized void give(Account account) {
        accounts.computeIfPresent(
                account, (same, kept) -> new Kept<>(kept.shared(), kept.users() - 1, nanoTime.getAsLong()));
        forget();
    }

    private void forget() {
        long now = nanoTime.getAsLong();
        accounts.values().removeIf(kept -> kept.users() == 0 && now - kept.unusedSince() > WHILE.toNanos());
    }

    /** Returns the accounts that are in use, or were used a short time ago. */
    synchronized Map<Account, S> all() {
        forget();
        Map<Account, S> all = new HashMap<>();
        accounts.forEach((account, kept) -> all.put(account, kept.shared()));
        return all;
    }

    public synchronized int size() {
        return accounts.size();
    }

    synchronized void clear() {
        accounts.clear();
    }
}
