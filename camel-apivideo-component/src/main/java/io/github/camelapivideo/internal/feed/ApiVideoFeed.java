// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.feed;

import io.github.camelapivideo.internal.event.EventSettings;
import io.github.camelapivideo.internal.input.Input;
import io.github.camelapivideo.internal.input.Inputs;
import io.github.camelapivideo.internal.input.ListInputs;
import io.github.camelapivideo.internal.input.VideoFilter;
import io.github.camelapivideo.internal.operation.ApiVideoOperation;
import io.github.camelapivideo.internal.option.EndpointKind;
import io.github.camelapivideo.internal.option.EndpointKinds;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.polling.PollSettings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The table of what a route can begin with. */
public enum ApiVideoFeed implements EndpointKind {
    events(
            "events",
            EventSettings::of,
            List.of(
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
                    "httpServerComponent")),
    videos("polling", PollSettings::of, ofPolls());

    // A feed has no exchange whose headers it could read, and sends no upload.
    private static final Set<String> OF_PRODUCERS = Set.of("allowHeaderOverrides", "uploadToken");
    private static final List<String> OF_CAMEL = List.of("exceptionHandler", "exchangePattern");

    /** All names that a URI can have. */
    public static final EndpointKinds KINDS =
            new EndpointKinds(List.of(ApiVideoOperation.values()), List.of(ApiVideoFeed.values()));

    private final String group;
    private final Consumer<Options> check;
    private final List<String> own;

    ApiVideoFeed(String group, Consumer<Options> check, List<String> own) {
        this.group = group;
        this.check = check;
        this.own = own;
    }

    private static List<String> ofPolls() {
        List<String> own = List.of("emit", "since", "maxAge", "maxMessagesPerPoll", "idempotentRepository");
        List<String> filters = VideoFilter.INPUTS.stream().map(Input::option).toList();
        List<String> ofScheduler = List.of(
                "delay",
                "initialDelay",
                "timeUnit",
                "useFixedDelay",
                "startScheduler",
                "repeatCount",
                "greedy",
                "sendEmptyMessageWhenIdle",
                "backoffMultiplier",
                "backoffIdleThreshold",
                "backoffErrorThreshold",
                "pollStrategy",
                "runLoggingLevel",
                "scheduler",
                "schedulerProperties",
                "scheduledExecutorService");
        return Stream.of(own, filters, List.of(ListInputs.PAGE_SIZE.option()), ofScheduler)
                .flatMap(List::stream)
                .toList();
    }

    /** @throws IllegalArgumentException if an option has a value that cannot be used */
    public void check(Options options) {
        check.accept(options);
    }

    @Override
    public String group() {
        return group;
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
