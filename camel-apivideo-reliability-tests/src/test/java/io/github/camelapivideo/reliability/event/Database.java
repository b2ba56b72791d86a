// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.processor.idempotent.jdbc.JdbcMessageIdRepository;
import org.apache.camel.spi.IdempotentRepository;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.JdbcTemplate;

/** A database that all nodes share, with the table that Camel makes. Thread-safe. */
final class Database implements AutoCloseable {

    private static final int MOST_CONNECTIONS = 50;

    private final JdbcConnectionPool pool =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final Set<String> lost = ConcurrentHashMap.newKeySet();

    Database() {
        pool.setMaxConnections(MOST_CONNECTIONS);
    }

    /** Returns the repository of a node; it fails once the node is dead. */
    IdempotentRepository repository(Node node) {
        return new JdbcMessageIdRepository(pool, "events") {
            @Override
            public boolean add(String key) {
                check(key);
                return super.add(key);
            }

            @Override
            public boolean contains(String key) {
                check(key);
                return super.contains(key);
            }

            @Override
            public boolean remove(String key) {
                check(key);
                return super.remove(key);
            }

            private void check(String key) {
                if (node.isDead()) {
                    lost.add(key);
                    throw new IllegalStateException("the process is dead");
                }
            }
        };
    }

    /** Returns true if a node could not record this event because it was dead. */
    boolean hasLost(String videoId) {
        return lost.stream().anyMatch(key -> !key.startsWith("claim|") && key.contains("|" + videoId + "|"));
    }

    List<String> keys() {
        return new JdbcTemplate(pool).queryForList("SELECT messageId FROM CAMEL_MESSAGEPROCESSED", String.class);
    }

    @Override
    public void close() {
        pool.dispose();
    }
}
