// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.snippet;

import io.github.camelapivideo.ApiVideoComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.EndpointRequiredDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** A context that does not start: it reads routes, and makes the endpoints of the component that are in them. */
final class SnippetContext implements AutoCloseable {

    // The second one is that of docs/guide/accounts.md.
    private static final List<String> COMPONENTS = List.of("apivideo", "archive");
    private static final Pattern ENVIRONMENT = Pattern.compile("\\{\\{env:[^}]*}}");
    private static final Pattern PROPERTY = Pattern.compile("\\{\\{([^}:?]+)}}");

    private final DefaultCamelContext context = new DefaultCamelContext();

    SnippetContext() {
        for (String name : COMPONENTS) {
            ApiVideoComponent component = new ApiVideoComponent();
            component.getConfiguration().setApiKey("key");
            context.addComponent(name, component);
        }
        context.build();
    }

    /** @param file a name whose extension tells the language */
    void load(String file, String text) throws Exception {
        Properties properties = new Properties();
        PROPERTY.matcher(text)
                .results()
                .map(name -> name.group(1))
                .forEach(name -> properties.put(name, name.endsWith("url") ? "https://example.org" : "1"));
        context.getPropertiesComponent().setInitialProperties(properties);
        String known = ENVIRONMENT.matcher(text).replaceAll("1");
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString(file, known));
    }

    void add(RoutesBuilder routes) throws Exception {
        context.addRoutes(routes);
    }

    /** Makes the endpoints, and so has each option of them checked. Returns how many there are. */
    long makeEndpoints() {
        List<String> uris = context.getRouteDefinitions().stream()
                .flatMap(route -> uris(route).stream())
                .filter(uri -> COMPONENTS.contains(uri.replaceAll(":.*", "")))
                .toList();
        uris.forEach(context::getEndpoint);
        return uris.size();
    }

    List<RouteDefinition> routes() {
        return context.getRouteDefinitions();
    }

    private static List<String> uris(RouteDefinition route) {
        List<String> uris = new ArrayList<>(List.of(route.getInput().getEndpointUri()));
        ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ProcessorDefinition.class).stream()
                .filter(EndpointRequiredDefinition.class::isInstance)
                .map(step -> ((EndpointRequiredDefinition) step).getEndpointUri())
                .forEach(uris::add);
        return uris;
    }

    @Override
    public void close() {
        context.stop();
    }
}
