// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.claim;

import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The repository of an endpoint, and the claims on the events in it. Outlives consumers. Thread-safe once it is started.
 */
public final class EventMemory extends ServiceSupport {

    private static final int MOST_EVENTS = 10_000;
    private static final long PERIOD = LeaseSlots.LENGTH.toMillis() / 4;

    private final CamelContext context;
    private final boolean own;
    private final IdempotentRepository repository;
    private final Claims claims;
    private ScheduledExecutorService timer;

    /** @param repository that of the application; null for the memory of this process */
    public EventMemory(CamelContext context, IdempotentRepository repository) {
        this.context = context;
        this.own = repository == null;
        this.repository = own ? MemoryIdempotentRepository.memoryIdempotentRepository(MOST_EVENTS) : repository;
        this.claims = isLocal() ? Claims.alone(this.repository) : Claims.shared(this.repository, Clock.systemUTC());
    }

    // A file is read once, at the start, and is written as a whole when a key is removed.
    private boolean isLocal() {
        return own || repository instanceof FileIdempotentRepository;
    }

    /** Returns the claims, which are kept while this is started. */
    public Claims claims() {
        return claims;
    }

    @Override
    protected void doStart() {
        CamelContextAware.trySetCamelContext(repository, context);
        ServiceHelper.startService(repository);
        if (!own) {
            timer = context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "ApiVideoClaims");
            timer.scheduleWithFixedDelay(claims::proceed, PERIOD, PERIOD, TimeUnit.MILLISECONDS);
        }
    }

    // A call of the repository is not interrupted: some close their files then.
    @Override
    protected void doStop() {
        if (timer != null) {
            context.getExecutorServiceManager().shutdown(timer);
        }
        ServiceHelper.stopService(repository);
    }
}
