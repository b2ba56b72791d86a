// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.console;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The sender of a request, by the headers that a browser adds and that no script can change. */
record Visitor(String serverName, String host, String origin, String site) {

    // A request that the user has typed comes from no site.
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    static Visitor of(Request request) {
        HttpFields headers = request.getHeaders();
        return new Visitor(
                Request.getServerName(request),
                headers.get(HttpHeader.HOST),
                headers.get(HttpHeader.ORIGIN),
                headers.get("Sec-Fetch-Site"));
    }

    /** True if the request names this machine. A page of another origin can give its own name the address of loopback. */
    boolean namesThisMachine() {
        return serverName.equals("localhost")
                || serverName.endsWith(".localhost")
                || serverName.equals("[::1]")
                || serverName.matches("127(\\.\\d{1,3}){3}");
    }

    /** True unless a browser says that a page of another origin has sent the request. */
    boolean isOfThisOrigin() {
        return (site == null || OWN_SITES.contains(site)) && (origin == null || origin.equals("http://" + host));
    }
}
