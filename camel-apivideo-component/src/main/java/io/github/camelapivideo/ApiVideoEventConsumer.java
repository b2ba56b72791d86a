// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.client.ApiVideoClients;
import io.github.camelapivideo.internal.client.KeptAnswer;
import io.github.camelapivideo.internal.client.SharedAccounts;
import io.github.camelapivideo.internal.event.Deliveries;
import io.github.camelapivideo.internal.event.EventDispatcher;
import io.github.camelapivideo.internal.event.EventReceiver;
import io.github.camelapivideo.internal.event.EventSettings;
import io.github.camelapivideo.internal.event.HttpServers;
import io.github.camelapivideo.internal.event.ReceivedEvent;
import io.github.camelapivideo.internal.event.WebhookRegistration;
import io.github.camelapivideo.internal.event.WebhookSecrets;
import io.github.camelapivideo.internal.operation.OperationContext;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.Suspendable;
import org.apache.camel.api.management.ManagedAttribute;
import org.apache.camel.api.management.ManagedResource;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.support.DefaultConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Receives events over HTTP and gives each to the route once, in an exchange of its own. While it is suspended, the
 * service is asked to repeat the delivery. Public because JMX reads it. Thread-safe.
 */
@ManagedResource(description = "Receives the events of api.video")
public final class ApiVideoEventConsumer extends DefaultConsumer implements Suspendable, ShutdownAware {

    private final ApiVideoEndpoint endpoint;
    private final Deliveries deliveries = new Deliveries(Instant::now);
    private volatile EventSettings occupied;
    private EventDispatcher dispatcher;
    private ExecutorService threads;
    private Consumer http;
    private ApiVideoClients.Use use;
    private WebhookRegistration registration;
    private volatile Supplier<CompletableFuture<Void>> webhookExists;
    private volatile Exception failure;

    ApiVideoEventConsumer(ApiVideoEndpoint endpoint, Processor processor) {
        super(endpoint, processor);
        this.endpoint = endpoint;
    }

    @Override
    protected void doBuild() throws Exception {
        setHealthCheck(endpoint.healthCheck(getRouteId(), deliveries::details, this::health));
        super.doBuild();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        failure = null;
        webhookExists = null;
        try {
            begin(EventSettings.of(new ConfiguredOptions(endpoint.getConfiguration())));
        } catch (Exception e) {
            end();
            failure = e;
            throw e;
        }
    }

    private void begin(EventSettings settings) throws Exception {
        occupy(settings);
        OperationContext account = settings.needsAccount() ? account() : null;
        threads = endpoint.getCamelContext()
                .getExecutorServiceManager()
                .newThreadPool(
                        this,
                        "ApiVideoEvents",
                        new ThreadPoolProfileBuilder("ApiVideoEvents")
                                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                                .build());
        WebhookSecrets secrets = new WebhookSecrets(settings.secrets());
        dispatcher = new EventDispatcher(
                settings,
                endpoint.startedMemory().claims(),
                new EventDispatcher.Ports(
                        this::route, threads, this::changed, account == null ? null : account::call, this::repeated));
        EventReceiver receiver = new EventReceiver(
                secrets,
                settings,
                this::isStarted,
                dispatcher,
                deliveries,
                endpoint.getComponent().observers());
        http = new HttpServers(endpoint.getCamelContext(), settings.server()).listen(settings.path(), receiver);
        ServiceHelper.startService(http);
        if (settings.registers()) {
            register(new WebhookRegistration(settings, account::call), secrets);
        }
    }

    private void repeated(String type) {
        deliveries.countRepeated();
        endpoint.getComponent().observers().eventRepeated(type);
    }

    private CompletableFuture<Void> health() {
        Exception problem = failure;
        if (problem != null) {
            return CompletableFuture.failedFuture(
                    new RuntimeCamelException("The route has not started: " + problem.getMessage(), problem));
        }
        if (!isStarted()) {
            return CompletableFuture.failedFuture(new IllegalStateException("The route is not started"));
        }
        Supplier<CompletableFuture<Void>> asking = webhookExists;
        return asking == null ? CompletableFuture.completedFuture(null) : asking.get();
    }

    // Of two routes with one path the HTTP server would serve only one.
    private void occupy(EventSettings settings) {
        for (Route route : endpoint.getCamelContext().getRoutes()) {
            if (route.getConsumer() instanceof ApiVideoEventConsumer other
                    && other != this
                    && settings.meetsAt(other.occupied)) {
                throw new IllegalStateException("webhookPath=" + settings.path() + ": the route " + route.getRouteId()
                        + " receives events there; each route needs a path of its own");
            }
        }
        occupied = settings;
    }

    private OperationContext account() {
        use = endpoint.useClient();
        return endpoint.context();
    }

    // The service may deliver as soon as there is a webhook, so the server listens before.
    private void register(WebhookRegistration webhooks, WebhookSecrets secrets) throws InterruptedException {
        webhooks.register(secrets);
        registration = webhooks;
        KeptAnswer kept = SharedAccounts.of(endpoint.getCamelContext()).newWebhookAnswer();
        webhookExists = () -> kept.ask(webhooks::check);
    }

    @Override
    protected void doStop() throws Exception {
        if (registration != null) {
            registration.unregister();
            registration = null;
        }
        end();
        super.doStop();
    }

    private void end() {
        occupied = null;
        ServiceHelper.stopAndShutdownService(http);
        if (threads != null) {
            endpoint.getCamelContext().getExecutorServiceManager().shutdownGraceful(threads);
        }
        if (use != null) {
            use.close();
            use = null;
        }
    }

    // The video may be waited for by any component of this type in the context.
    private void changed(String videoId) {
        CamelContext context = endpoint.getCamelContext();
        context.getComponentNames().stream()
                .map(context::hasComponent)
                .filter(ApiVideoComponent.class::isInstance)
                .map(ApiVideoComponent.class::cast)
                .filter(ApiVideoComponent::isStarted)
                .forEach(component -> component.engine().wake(videoId));
    }

    private CompletableFuture<Boolean> route(ReceivedEvent event) {
        Exchange exchange = createExchange(false);
        event.into(exchange.getMessage());
        CompletableFuture<Boolean> result = new CompletableFuture<>();
        getAsyncProcessor().process(exchange, now -> {
            try {
                result.complete(hasSucceeded(exchange));
            } finally {
                end(exchange);
            }
        });
        return result;
    }

    private static boolean hasSucceeded(Exchange exchange) {
        return !exchange.isFailed() && !exchange.isRollbackOnly() && !exchange.isRollbackOnlyLast();
    }

    private void end(Exchange exchange) {
        if (exchange.getException() != null) {
            handleException("Error processing an event", exchange, exchange.getException());
        }
        releaseExchange(exchange, false);
    }

    @ManagedAttribute(description = "Deliveries of the service that were answered, whatever the answer")
    public long getDeliveriesReceived() {
        return deliveries.received();
    }

    @ManagedAttribute(description = "Deliveries that were refused: a wrong signature, too large, or no event")
    public long getDeliveriesRejected() {
        return deliveries.refused();
    }

    @ManagedAttribute(description = "Deliveries of events that the route has had, or had at that moment")
    public long getDeliveriesRepeated() {
        return deliveries.repeated();
    }

    @ManagedAttribute(
            description = "Deliveries that the service has to repeat: the route failed, or could not take them")
    public long getDeliveriesPostponed() {
        return deliveries.postponed();
    }

    @ManagedAttribute(description = "Time of the latest genuine event")
    public Date getLatestEvent() {
        Instant latest = deliveries.latest();
        return latest == null ? null : Date.from(latest);
    }

    /** Returns the numbers of deliveries by their names. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("received", deliveries.received());
        numbers.put("rejected", deliveries.refused());
        numbers.put("repeated", deliveries.repeated());
        numbers.put("postponed", deliveries.postponed());
        return numbers;
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask task) {
        return false;
    }

    /** Returns the number of events that are being worked on: a shutdown waits for them. */
    @Override
    public int getPendingExchangesSize() {
        return dispatcher == null ? 0 : dispatcher.working();
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        // All that was acknowledged is in the dispatcher.
    }
}
