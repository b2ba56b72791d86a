// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides the memory of all streams between the accounts that ask for it (decision 024). The account with the least
 * memory comes first, and the parts of one account come in the order of asking. An account that holds more than 6 MiB
 * gets more only if a seventh of what it then holds, and 6 MiB, stay free: another account finds memory even if the
 * first gives none back. Waiting holds no thread. Thread-safe.
 */
final class FairMemory {

    // One smallest part, and the first bytes of a few more
    private static final long LEAST = 6 * 1024 * 1024;

    private static final int SHARE = 8;

    private final long capacity;

    // In bytes; 0 if so little memory cannot be divided
    private final long reserve;

    private final Runnable idle;

    // Guarded by this
    private final Map<Object, Account> accounts = new IdentityHashMap<>();
    private long asked;
    private long leased;
    private long passed;
    private Object first;
    private boolean shared;
    private boolean closed;

    /**
     * @param capacity the memory in bytes
     * @param idle runs when all memory has come back
     */
    FairMemory(long capacity, Runnable idle) {
        this.capacity = capacity;
        this.reserve = capacity < 4 * LEAST ? 0 : Math.max(LEAST, capacity / SHARE);
        this.idle = idle;
    }

    long capacity() {
        return capacity;
    }

    /**
     * Returns the memory on which one stream can count, in bytes: what an account can hold alone, and once more than one
     * account has asked, no part is larger than what is kept free for the others. A part takes whole slabs, so it is what so
     * many parts can have of them.
     *
     * @param parts the number of parts that the stream holds at once
     */
    synchronized long forStream(long parts) {
        long most = (capacity - reserve) / parts;
        long part = shared && reserve > 0 ? Math.min(most, reserve) : most;
        return part / SlabPool.SIZE * SlabPool.SIZE * parts;
    }

    /** Asks for memory. The action runs when it is granted: on this thread, or on one that gives memory back. */
    Place ask(Object account, long bytes, Runnable granted) {
        Place place;
        synchronized (this) {
            place = new Place(of(account), bytes, granted);
            place.account.waiting.add(place);
        }
        grant();
        return place;
    }

    /** Takes memory if it is granted at once; returns null otherwise. */
    synchronized Place take(Object account, long bytes) {
        Place place = new Place(of(account), bytes, () -> {});
        if (place.account.waiting.isEmpty() && place.isGrantable()) {
            place.take();
            return place;
        }
        forgetIfIdle(place.account);
        return null;
    }

    /** Grants nothing to those that wait from now on. */
    synchronized void close() {
        closed = true;
    }

    synchronized long leased() {
        return leased;
    }

    private Account of(Object key) {
        if (first == null) {
            first = key;
        }
        shared |= first != key;
        return accounts.computeIfAbsent(key, Account::new);
    }

    private void grant() {
        for (Place next = next(); next != null; next = next()) {
            next.granted.run();
        }
    }

    private synchronized Place next() {
        Place hungry = null;
        for (Place place : inTurn()) {
            if (place.isGrantable() && (hungry == null || place.passes(hungry))) {
                place.account.waiting.remove();
                place.take();
                if (hungry != null) {
                    place.pass();
                }
                return place;
            }
            if (hungry == null && place.mayTakeAll()) {
                hungry = place;
            }
        }
        return null;
    }

    /** Returns the first place of each account that waits. */
    private List<Place> inTurn() {
        if (closed) {
            return List.of();
        }
        return accounts.values().stream()
                .filter(account -> !account.waiting.isEmpty())
                .map(account -> account.waiting.element())
                .sorted(Comparator.comparingLong((Place place) -> place.account.held)
                        .thenComparingLong(place -> place.number))
                .toList();
    }

    private void forgetIfIdle(Account account) {
        if (account.held == 0 && account.waiting.isEmpty()) {
            accounts.remove(account.key, account);
        }
    }

    private static final class Account {
        private final Object key;
        private final Deque<Place> waiting = new ArrayDeque<>();
        private long held;

        Account(Object key) {
            this.key = key;
        }
    }

    /** The memory of one part, or its place in the queue. Thread-safe. */
    final class Place implements MemoryLease {
        private final Account account;
        private final Runnable granted;
        private final long number = asked++;

        // Guarded by the memory
        private long bytes;
        private boolean held;
        private boolean passing;

        private Place(Account account, long bytes, Runnable granted) {
            this.account = account;
            this.bytes = bytes;
            this.granted = granted;
        }

        private boolean isGrantable() {
            long free = capacity - leased - bytes;
            long holds = account.held + bytes;
            return mayTakeAll() || holds <= LEAST ? free >= 0 : free >= Math.max(LEAST, holds / (SHARE - 1));
        }

        // The first part of an account may need the whole memory.
        private boolean mayTakeAll() {
            return account.held == 0 || reserve == 0;
        }

        /** Returns true if this part may go before one that finds too little memory, which it hardly delays. */
        private boolean passes(Place hungry) {
            return hungry.bytes <= capacity - reserve && passed + bytes <= reserve;
        }

        private void take() {
            leased += bytes;
            account.held += bytes;
            held = true;
        }

        private void pass() {
            passing = true;
            passed += bytes;
        }

        private void giveBack(long size) {
            leased -= size;
            account.held -= size;
            passed -= passing ? size : 0;
            bytes -= size;
        }

        @Override
        public void keepOnly(long size) {
            synchronized (FairMemory.this) {
                long needed = SlabPool.slabs(Math.max(1, size));
                if (!held || needed >= bytes) {
                    return;
                }
                giveBack(bytes - needed);
            }
            grant();
        }

        @Override
        public void close() {
            synchronized (FairMemory.this) {
                account.waiting.remove(this);
                if (held) {
                    held = false;
                    giveBack(bytes);
                }
                forgetIfIdle(account);
                if (leased == 0) {
                    idle.run();
                }
            }
            grant();
        }
    }
}
