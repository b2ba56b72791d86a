// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.option.EndpointKind;
import io.github.camelapivideo.internal.option.EndpointKinds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The table of what a route can begin with. */
public enum ApiVideoFeed implements EndpointKind {
    events(
            "webhookPath",
            "webhookSecret",
            "webhookRegistration",
            "webhookUrl",
            "events",
            "qualities",
            "collapse",
            "acknowledge",
            "idempotentRepository",
            "webhookMaxPayloadSize",
            "httpServerComponent");

    // A feed has no exchange whose headers it could read, and sends no upload.
    private static final Set<String> OF_PRODUCERS = Set.of("allowHeaderOverrides", "uploadToken");
    private static final List<String> OF_CAMEL = List.of("exceptionHandler", "exchangePattern");

    /** All names that a URI can have. */
    public static final EndpointKinds KINDS =
            new EndpointKinds(List.of(ApiVideoOperation.values()), List.of(ApiVideoFeed.values()));

    private final List<String> own;

    ApiVideoFeed(String... own) {
        this.own = List.of(own);
    }

    @Override
    public String group() {
        return "events";
    }

    @Override
    public Set<String> options() {
        Set<String> options = new LinkedHashSet<>(own);
        options.addAll(OF_CAMEL);
        return options;
    }

    @Override
    public Set<String> common() {
        Set<String> common = new LinkedHashSet<>(Inputs.OF_ALL);
        common.removeAll(OF_PRODUCERS);
        return common;
    }

    @Override
    public Set<String> headers() {
        return Set.of();
    }
}
