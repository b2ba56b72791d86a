// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.client;

import io.github.camelapivideo.internal.http.WireConnections;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.HttpEndpoint;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.hc.client5.http.io.HttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.Registry;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;

/** camel-http with the user's configuration and with connections that keep credentials out of the logs. */
public final class WireHttpComponent extends HttpComponent {

    private HttpClientConnectionManager own;

    private WireHttpComponent() {}

    /** Returns a component with the same options as the one of this scheme in the context. */
    static WireHttpComponent like(String scheme, CamelContext context) throws Exception {
        HttpComponent original = context.getComponent(scheme, HttpComponent.class);
        ServiceHelper.initService(original);
        WireHttpComponent copy = new WireHttpComponent();
        copy.setCamelContext(context);
        PropertyConfigurer options = original.getComponentPropertyConfigurer();
        PropertyConfigurerGetter known = (PropertyConfigurerGetter) options;
        Map<String, Object> values = new HashMap<>();
        PluginHelper.getBeanIntrospection(context).getProperties(original, values, null, false);
        values.keySet().removeIf(name -> known.getOptionType(name, false) == null);
        values.forEach((name, value) -> options.configure(context, copy, name, value, false));
        ServiceHelper.startService(copy);
        return copy;
    }

    /** Returns whether the endpoint uses the connections of this component. */
    boolean isWireOf(HttpEndpoint endpoint) {
        return own != null && endpoint.getClientConnectionManager() == own;
    }

    /** Camel 4.18 to 4.21 asks for the connections here. Not marked as overriding, for the sake of later ones. */
    @SuppressWarnings({"deprecation", "all"})
    protected HttpClientConnectionManager createConnectionManager(
            Registry<org.apache.hc.client5.http.socket.ConnectionSocketFactory> registry,
            int maxTotalConnections,
            int connectionsPerRoute,
            SocketConfig socketConfig) {
        return configured(
                WireConnections.of(registry, timeToLive()), maxTotalConnections, connectionsPerRoute, socketConfig);
    }

    /** Camel 4.22 asks for them here. Not marked as overriding, for the sake of earlier ones. */
    @SuppressWarnings("all")
    protected HttpClientConnectionManager createConnectionManager(
            TlsSocketStrategy tls, int maxTotalConnections, int connectionsPerRoute, SocketConfig socketConfig) {
        return configured(
                WireConnections.of(tls, timeToLive()), maxTotalConnections, connectionsPerRoute, socketConfig);
    }

    private TimeValue timeToLive() {
        return TimeValue.ofMilliseconds(getConnectionTimeToLive());
    }

    private HttpClientConnectionManager configured(
            WireConnections connections, int maxTotalConnections, int connectionsPerRoute, SocketConfig socketConfig) {
        connections.setMaxTotal(maxTotalConnections);
        connections.setDefaultMaxPerRoute(connectionsPerRoute);
        connections.setDefaultSocketConfig(socketConfig);
        own = connections;
        return connections;
    }
}
