// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import java.lang.reflect.Field;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.pool.ConnPoolControl;

/** Sees the connection pools of the HTTP clients that are made, and changes nothing. Thread-safe. */
final class ConnectionPools implements HttpClientConfigurer {

    private final List<ConnPoolControl<?>> pools = new CopyOnWriteArrayList<>();

    @Override
    public void configureHttpClient(HttpClientBuilder client) {
        try {
            // The builder does not tell it.
            Field manager = HttpClientBuilder.class.getDeclaredField("connManager");
            manager.setAccessible(true);
            pools.add((ConnPoolControl<?>) manager.get(client));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The HTTP client keeps its connections elsewhere now", e);
        }
    }

    /** Returns the number of leased connections. */
    int leased() {
        return pools.stream().mapToInt(pool -> pool.getTotalStats().getLeased()).sum();
    }
}
