// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.internal.option.NamedValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.spi.RestConfiguration;
import org.apache.camel.spi.RestConsumerFactory;

/** Finds the HTTP server of the application: a component that Camel's REST can use, too. */
public final class HttpServers {

    private static final String USUAL = "platform-http";

    private final CamelContext context;
    private final String asked;

    /** @param asked the name of a component; null for the usual one */
    public HttpServers(CamelContext context, String asked) {
        this.context = context;
        this.asked = asked;
    }

    /**
     * Returns a consumer of POST requests, which is not started.
     *
     * @throws IllegalArgumentException if the asked component serves no HTTP
     * @throws IllegalStateException if there is no HTTP server, or several
     */
    public Consumer listen(String path, Processor processor) throws Exception {
        Map.Entry<String, RestConsumerFactory> server = find();
        return server.getValue()
                .createConsumer(
                        context,
                        processor,
                        "POST",
                        path,
                        null,
                        null,
                        null,
                        configuration(server.getKey()),
                        new HashMap<>());
    }

    private RestConfiguration configuration(String name) {
        RestConfiguration configuration = context.getRestConfiguration();
        return configuration.getComponent() == null
                        || configuration.getComponent().equals(name)
                ? configuration
                : new RestConfiguration();
    }

    private Map.Entry<String, RestConsumerFactory> find() {
        if (asked != null) {
            return named(asked)
                    .orElseThrow(() -> new IllegalArgumentException(NamedValue.of("httpServerComponent", asked)
                            + ": allowed is the name of a component that serves HTTP, such as platform-http"));
        }
        return Optional.ofNullable(context.getRestConfiguration().getComponent())
                .flatMap(this::named)
                .or(() -> named(USUAL))
                .orElseGet(this::only);
    }

    private Optional<Map.Entry<String, RestConsumerFactory>> named(String name) {
        RestConsumerFactory bean = context.getRegistry().lookupByNameAndType(name, RestConsumerFactory.class);
        Object found = bean != null ? bean : context.getComponent(name);
        return found instanceof RestConsumerFactory factory ? Optional.of(Map.entry(name, factory)) : Optional.empty();
    }

    private Map.Entry<String, RestConsumerFactory> only() {
        Map<String, RestConsumerFactory> all =
                new TreeMap<>(context.getRegistry().findByTypeWithName(RestConsumerFactory.class));
        context.getComponentNames().forEach(name -> named(name).ifPresent(it -> all.put(it.getKey(), it.getValue())));
        if (all.isEmpty()) {
            throw new IllegalStateException(
                    "apivideo:events needs an HTTP server, and there is none: add the dependency"
                            + " camel-platform-http-main (camel-platform-http-starter in Spring Boot,"
                            + " camel-quarkus-platform-http in Quarkus)");
        }
        if (all.size() > 1) {
            throw new IllegalStateException(
                    "apivideo:events finds several HTTP servers: set httpServerComponent to one of "
                            + String.join(", ", all.keySet()));
        }
        return all.entrySet().iterator().next();
    }
}
