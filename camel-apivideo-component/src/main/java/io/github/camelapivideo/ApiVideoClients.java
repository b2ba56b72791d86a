// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.upload.Watchdog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;

/**
 * One client for each account and set of HTTP options of a component, however many endpoints use it. Thread-safe.
 */
final class ApiVideoClients implements AutoCloseable {

    private final CamelContext context;
    private final int connections;
    private final Watchdog watchdog;
    private final SharedAccounts accounts;
    private final Map<ClientSettings, ApiVideoClient> clients = new ConcurrentHashMap<>();

    /** @param connections how many requests may be under way at once, so that none has to wait for a connection */
    ApiVideoClients(CamelContext context, int connections, Watchdog watchdog) {
        this.context = context;
        this.connections = connections;
        this.watchdog = watchdog;
        this.accounts = SharedAccounts.of(context);
    }

    ApiVideoClient client(ApiVideoConfiguration options) {
        return clients.computeIfAbsent(
                ClientSettings.of(options),
                wanted -> ApiVideoClient.open(context, wanted, connections, accounts.get(wanted.account()), watchdog));
    }

    @Override
    public void close() {
        clients.values().forEach(ApiVideoClient::close);
        clients.clear();
    }
}
