// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.internal.client.ApiVideoClients;
import io.github.camelapivideo.internal.polling.FoundVideo;
import io.github.camelapivideo.internal.polling.Poll;
import io.github.camelapivideo.internal.polling.VideoPolls;
import io.github.camelapivideo.internal.thread.Cancellation;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Processor;
import org.apache.camel.impl.health.AbstractHealthCheck;
import org.apache.camel.support.ScheduledBatchPollingConsumer;

/**
 * Polls the account's list of videos, and gives each new one to the route once, in an exchange of its own. A route that
 * is stopped or suspended and begins again continues where it was.
 */
final class ApiVideoPollingConsumer extends ScheduledBatchPollingConsumer {

    // Each video of a batch is described before the first one is routed, and may change until its own turn.
    private static final int LARGEST_BATCH = 20;

    private final ApiVideoEndpoint endpoint;
    private volatile Cancellation outstanding = new Cancellation();
    private ApiVideoClients.Use use;
    private VideoPolls polls;

    ApiVideoPollingConsumer(ApiVideoEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doStart() throws Exception {
        outstanding = new Cancellation();
        use = endpoint.useClient();
        setMaxMessagesPerPoll(endpoint.getConfiguration().getMaxMessagesPerPoll());
        polls = endpoint.polls();
        super.doStart();
    }

    @Override
    protected void doResume() throws Exception {
        outstanding = new Cancellation();
        super.doResume();
    }

    // The shutdown of a route suspends it first, and then waits for the poll.
    @Override
    protected void doSuspend() throws Exception {
        outstanding.cancel();
        super.doSuspend();
    }

    @Override
    protected void doStop() throws Exception {
        outstanding.cancel();
        super.doStop();
        if (use != null) {
            use.close();
            use = null;
        }
    }

    /** Returns the numbers of polls by their names. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("polls", getCounter());
        numbers.put("failedInSuccession", getErrorCounter());
        return numbers;
    }

    @Override
    protected int poll() throws Exception {
        shutdownRunningTask = null;
        pendingExchanges = 0;
        Cancellation cancellation = outstanding;
        try {
            return emit(polls.begin(cancellation));
        } catch (CancellationException e) {
            if (cancellation.isCancelled()) {
                return 0;
            }
            throw e;
        } catch (ApiVideoException e) {
            if (e.getStatus() != 0) {
                addLastErrorDetail(AbstractHealthCheck.SERVICE_STATUS_CODE, e.getStatus());
            }
            throw e;
        }
    }

    private int emit(Poll poll) throws Exception {
        int left = maxMessagesPerPoll == 0 ? Integer.MAX_VALUE : maxMessagesPerPoll;
        int succeeded = 0;
        while (left > 0 && isBatchAllowed()) {
            List<FoundVideo> batch = poll.next(Math.min(left, LARGEST_BATCH));
            if (batch.isEmpty()) {
                return succeeded;
            }
            left -= batch.size();
            succeeded += processBatch(new ArrayDeque<>(batch));
        }
        return succeeded;
    }

    /** Returns the number of videos whose routes have succeeded: with {@code greedy}, a failing one must not be repeated at once. */
    @Override
    public int processBatch(Queue<Object> batch) {
        int size = batch.size();
        int succeeded = 0;
        try {
            while (!batch.isEmpty() && isBatchAllowed()) {
                FoundVideo video = (FoundVideo) batch.remove();
                pendingExchanges = batch.size();
                succeeded += route(video, size - batch.size() - 1, size) ? 1 : 0;
            }
            return succeeded;
        } finally {
            batch.forEach(video -> ((FoundVideo) video).giveBack());
        }
    }

    private boolean route(FoundVideo video, int index, int size) {
        Exchange exchange = createExchange(false);
        boolean succeeded = false;
        try {
            video.into(exchange);
            exchange.setProperty(ExchangePropertyKey.BATCH_INDEX, index);
            exchange.setProperty(ExchangePropertyKey.BATCH_SIZE, size);
            exchange.setProperty(ExchangePropertyKey.BATCH_COMPLETE, index == size - 1);
            process(exchange);
            succeeded = !exchange.isFailed() && !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
        } finally {
            video.end(succeeded);
            releaseExchange(exchange, false);
        }
        return succeeded;
    }

    private void process(Exchange exchange) {
        try {
            getProcessor().process(exchange);
        } catch (Exception e) {
            exchange.setException(e);
        }
        if (exchange.getException() != null) {
            handleException("Error processing a video", exchange, exchange.getException());
        }
    }
}
