// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import org.apache.camel.NoSuchEndpointException;

/**
 * No endpoint can be made, because neither it nor the component has credentials. Camel does not wrap this type, and it has
 * no stack trace: what a start prints last is its message.
 */
final class NoCredentials extends NoSuchEndpointException {

    private static final long serialVersionUID = 1;

    NoCredentials(String uri) {
        super(uri);
        setStackTrace(new StackTraceElement[0]);
    }

    @Override
    public String getMessage() {
        return "No credentials: set apiKey (on the component, as camel.component.apivideo.apiKey, or on the endpoint), or"
                + " uploadToken for a delegated upload";
    }
}
