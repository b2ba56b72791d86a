// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.event;

import io.github.camelapivideo.api.ApiVideoEvent;
import io.github.camelapivideo.internal.option.ByteSize;
import io.github.camelapivideo.internal.option.Choice;
import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.option.Options;
import io.github.camelapivideo.internal.text.Secret;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The options of {@code apivideo:events} as values. Immutable.
 *
 * @param path where the HTTP server receives events
 * @param server the name of the component that serves HTTP; null for the usual one
 * @param secrets those in the options; none if the account is asked
 * @param mostBytes the size of the largest event in bytes
 * @param events the types that reach the route; empty for all
 * @param qualities the qualities whose events reach the route; empty for all
 * @param collapse which of the events about one video reach the route
 * @param registration whether the URL is registered with the account
 * @param url the public URL of the route; null if it is not registered
 */
public record EventSettings(
        String path,
        String server,
        List<Secret> secrets,
        int mostBytes,
        Set<String> events,
        Set<String> qualities,
        Acknowledge acknowledge,
        Collapse collapse,
        RegistrationMode registration,
        String url) {

    private static final String PATH = "(/[A-Za-z0-9._~-]+)+";
    private static final String EVENT = "[a-z0-9-]+(\\.[a-z0-9-]+)+";
    private static final String QUALITY = "\\d{3,4}p";
    private static final String URL = "(?i)https?://[^\\s/]+(/\\S*)?";
    private static final int MOST_SECRETS = 2;
    private static final int USUAL_BYTES = 64 << 10;
    private static final int MOST_BYTES = 16 << 20;

    public EventSettings {
        if (registration != RegistrationMode.none) {
            checkUrl(registration, url);
        } else if (secrets.isEmpty()) {
            throw new IllegalArgumentException(
                    "webhookSecret: is missing; without the signatureSecret of the webhook an"
                            + " event cannot be told from a forged one. Set it, or webhookRegistration=reuse");
        }
    }

    /** @throws IllegalArgumentException if an option has a value that cannot be used */
    public static EventSettings of(Options options) {
        EventSettings settings = new EventSettings(
                path(options.text("webhookPath")),
                options.filled("httpServerComponent"),
                secrets(options),
                size(ByteSize.parse("webhookMaxPayloadSize", options.text("webhookMaxPayloadSize"))),
                words(options, "events", EVENT, "names such as " + EventTypes.QUALITY_COMPLETED),
                words(options, "qualities", QUALITY, "qualities such as 720p"),
                Choice.of(Acknowledge.class, "acknowledge", options.text("acknowledge")),
                Choice.of(Collapse.class, "collapse", options.text("collapse")),
                Choice.of(RegistrationMode.class, "webhookRegistration", options.text("webhookRegistration")),
                options.filled("webhookUrl"));
        checkAccount(options, settings);
        return settings;
    }

    private static int size(long bytes) {
        if (bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "webhookMaxPayloadSize=" + bytes + ": allowed is up to 16MiB, because an event is held in memory");
        }
        return bytes == ByteSize.AUTO ? USUAL_BYTES : (int) bytes;
    }

    private static String path(String path) {
        if (!path.matches(PATH) || path.contains("/..")) {
            throw new IllegalArgumentException(NamedValue.of("webhookPath", path)
                    + ": allowed is a path of letters, digits, - . _ and ~, such as /apivideo/events");
        }
        return path;
    }

    // The URL may have a credential and is not repeated.
    private static void checkUrl(RegistrationMode registration, String url) {
        if (url == null || !url.matches(URL)) {
            throw new IllegalArgumentException("webhookUrl: webhookRegistration=" + registration
                    + " needs the public URL of the route, with http or https, such as"
                    + " https://example.org/apivideo/events");
        }
    }

    private static void checkAccount(Options options, EventSettings settings) {
        if (settings.needsAccount() && options.filled("apiKey") == null) {
            throw new IllegalArgumentException("apiKey: is missing; webhookRegistration=" + settings.registration()
                    + " and collapse=" + settings.collapse() + " ask the account");
        }
    }

    private static List<Secret> secrets(Options options) {
        List<Secret> secrets =
                split(options.filled("webhookSecret")).stream().map(Secret::new).toList();
        if (secrets.size() > MOST_SECRETS) {
            throw new IllegalArgumentException("webhookSecret: has " + secrets.size()
                    + " secrets; allowed are 1, or 2 separated by a comma while the secret is exchanged");
        }
        return secrets;
    }

    private static Set<String> words(Options options, String option, String form, String allowed) {
        Set<String> words = new LinkedHashSet<>(split(options.filled(option)));
        words.stream().filter(word -> !word.matches(form)).findFirst().ifPresent(word -> {
            throw new IllegalArgumentException(
                    NamedValue.of(option, word) + ": allowed are " + allowed + ", separated by commas");
        });
        return words;
    }

    private static List<String> split(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** Returns true if the account is asked. */
    public boolean needsAccount() {
        return registers() || collapse != Collapse.none;
    }

    /** Returns true if the route registers its URL. */
    public boolean registers() {
        return registration != RegistrationMode.none;
    }

    /** Returns true if a route with other settings has the same place; false if there is none. */
    public boolean meetsAt(EventSettings other) {
        return other != null && path.equals(other.path) && Objects.equals(server, other.server);
    }

    /** Returns the events that a webhook of the route receives. */
    List<String> registeredEvents() {
        return events.isEmpty() ? EventTypes.DOCUMENTED : List.copyOf(events);
    }

    /** Returns true if the event may reach the route. */
    boolean want(ApiVideoEvent event) {
        return (events.isEmpty() || events.contains(event.type()))
                && (qualities.isEmpty() || event.quality() == null || qualities.contains(event.quality()));
    }
}
