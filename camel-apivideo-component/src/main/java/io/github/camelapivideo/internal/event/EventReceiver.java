// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.internal.call.Observer;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.AsyncProcessorSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Receives deliveries over HTTP: reads a limited number of bytes, verifies them before anything else is done with them,
 * and answers. Thread-safe.
 */
public final class EventReceiver extends AsyncProcessorSupport {

    private static final Logger LOG = LoggerFactory.getLogger(EventReceiver.class);

    private static final String SIGNATURE = "X-Api-Video-Signature";
    private static final String WEBHOOK_ID = "X-Api-Video-WebhookID";
    private static final String WEBHOOK_ID_FORM = "[A-Za-z0-9_-]{1,100}";
    private static final byte[] NOTHING = {};

    private final WebhookSecrets secrets;
    private final int mostBytes;
    private final BooleanSupplier open;
    private final EventDispatcher dispatcher;
    private final Deliveries deliveries;
    private final Observer observer;

    /**
     * @param open false while deliveries have to be repeated later
     * @param observer of the deliveries of all routes
     */
    public EventReceiver(
            WebhookSecrets secrets,
            EventSettings settings,
            BooleanSupplier open,
            EventDispatcher dispatcher,
            Deliveries deliveries,
            Observer observer) {
        this.secrets = secrets;
        this.mostBytes = settings.mostBytes();
        this.open = open;
        this.dispatcher = dispatcher;
        this.deliveries = deliveries;
        this.observer = observer;
    }

    @Override
    public boolean process(Exchange http, AsyncCallback callback) {
        CompletableFuture<HttpAnswer> answer = answer(http.getMessage());
        boolean now = answer.isDone();
        answer.thenAccept(status -> {
            deliveries.count(status);
            if (status.refusal() != null) {
                observer.eventRejected(status.refusal());
            }
            status.into(http);
            callback.done(now);
        });
        return now;
    }

    private CompletableFuture<HttpAnswer> answer(Message request) {
        try {
            return receive(request);
        } catch (RuntimeException e) {
            LOG.warn("A delivery could not be read", e);
            return HttpAnswer.FAILED.now();
        }
    }

    private CompletableFuture<HttpAnswer> receive(Message request) {
        if (!open.getAsBoolean()) {
            return HttpAnswer.BUSY.now();
        }
        try {
            byte[] body = body(request);
            return body.length > mostBytes ? HttpAnswer.TOO_LARGE.now() : receive(request, body);
        } catch (IOException e) {
            return HttpAnswer.UNREADABLE.now();
        }
    }

    private byte[] body(Message request) throws IOException {
        try (InputStream body = request.getBody(InputStream.class)) {
            return body == null ? NOTHING : body.readNBytes(mostBytes + 1);
        }
    }

    private CompletableFuture<HttpAnswer> receive(Message request, byte[] body) {
        String webhookId = webhookId(request);
        if (!secrets.haveSigned(body, webhookId, request.getHeader(SIGNATURE, String.class))) {
            LOG.debug("A delivery has no signature of a known webhook");
            return HttpAnswer.FORGED.now();
        }
        try {
            ReceivedEvent received = new ReceivedEvent(EventReading.read(body), webhookId);
            observer.eventReceived(received.event().type());
            return dispatcher.accept(received);
        } catch (IOException e) {
            LOG.warn("A signed event of the webhook {} is not a JSON object with a type", webhookId);
            return HttpAnswer.UNREADABLE.now();
        }
    }

    /** Returns the identifier of the webhook, which is not signed; null if it does not have the form of one. */
    private static String webhookId(Message request) {
        String webhookId = request.getHeader(WEBHOOK_ID, String.class);
        return webhookId != null && webhookId.matches(WEBHOOK_ID_FORM) ? webhookId : null;
    }
}
