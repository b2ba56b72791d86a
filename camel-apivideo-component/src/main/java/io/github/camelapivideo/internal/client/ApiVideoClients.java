// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * One client for each account and set of HTTP options of a component, shared by all endpoints and closed with the
 * last of them. Thread-safe.
 */
public final class ApiVideoClients implements AutoCloseable {

    private final Function<ClientSettings, ApiVideoClient> opening;
    private final Map<ClientSettings, Used> clients = new ConcurrentHashMap<>();

    /** @param opening makes a client */
    public ApiVideoClients(Function<ClientSettings, ApiVideoClient> opening) {
        this.opening = opening;
    }

    /**
     * A client and the number of its users.
     *
     * @param client null before its first use
     */
    private record Used(int users, ApiVideoClient client) {}

    private static final Used UNUSED = new Used(0, null);

    /** Returns the client, and opens it before its first use. */
    public ApiVideoClient client(ClientSettings settings) {
        return clients.compute(
                        settings,
                        (wanted, used) -> used != null && used.client() != null
                                ? used
                                : new Used(used == null ? 0 : used.users(), opening.apply(wanted)))
                .client();
    }

    /** Begins to use the client of these settings. */
    public Use use(ClientSettings settings) {
        clients.compute(settings, (same, used) -> {
            Used before = used == null ? UNUSED : used;
            return new Used(before.users() + 1, before.client());
        });
        return new Use(settings);
    }

    private void leave(ClientSettings settings) {
        AtomicReference<ApiVideoClient> unused = new AtomicReference<>();
        clients.computeIfPresent(settings, (same, used) -> {
            if (used.users() > 1) {
                return new Used(used.users() - 1, used.client());
            }
            unused.set(used.client());
            return null;
        });
        close(unused.get());
    }

    private static void close(ApiVideoClient client) {
        if (client != null) {
            client.close();
        }
    }

    public int size() {
        return clients.size();
    }

    /** Closes all clients. A user that still needs one gets a new one. */
    @Override
    public void close() {
        clients.keySet().forEach(settings -> {
            AtomicReference<ApiVideoClient> open = new AtomicReference<>();
            clients.computeIfPresent(settings, (same, used) -> {
                open.set(used.client());
                return used.users() == 0 ? null : new Used(used.users(), null);
            });
            close(open.get());
        });
    }

    /** The use of a client by one producer. Thread-safe. */
    public final class Use implements AutoCloseable {
        private final ClientSettings settings;
        private final AtomicInteger holders = new AtomicInteger(1);

        private Use(ClientSettings settings) {
            this.settings = settings;
        }

        /** Carries out work, and keeps the client open until the work has ended, even if the use ends before. */
        public <T> CompletableFuture<T> during(Callable<CompletableFuture<T>> work) throws Exception {
            if (holders.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
                return CompletableFuture.failedFuture(new CancellationException("the producer has stopped"));
            }
            try {
                return work.call().whenComplete((done, error) -> close());
            } catch (Exception | Error e) {
                close();
                throw e;
            }
        }

        @Override
        public void close() {
            if (holders.decrementAndGet() == 0) {
                leave(settings);
            }
        }
    }
}
