// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/**
 * One client for each account and set of HTTP options, however many endpoints use it. Thread-safe.
 */
final class ApiVideoClients implements AutoCloseable {

    private record Key(Account account, Map<String, Object> http) {}

    private final CamelContext context;
    private final int connections;
    private final Map<Key, ApiVideoClient> clients = new ConcurrentHashMap<>();
    private final Map<Account, SharedAccount> accounts = new ConcurrentHashMap<>();

    /** @param connections how many requests may be under way at once, so that none has to wait for a connection */
    ApiVideoClients(CamelContext context, int connections) {
        this.context = context;
        this.connections = connections;
    }

    ApiVideoClient client(ApiVideoConfiguration options) {
        Key key = new Key(Account.of(options), options.getHttp());
        return clients.computeIfAbsent(
                key,
                wanted -> ApiVideoClient.open(
                        context, wanted.account(), wanted.http(), connections, shared(wanted.account())));
    }

    private SharedAccount shared(Account account) {
        return accounts.computeIfAbsent(account, SharedAccount::of);
    }

    @Override
    public void close() {
        clients.values().forEach(ApiVideoClient::close);
        clients.clear();
    }
}
