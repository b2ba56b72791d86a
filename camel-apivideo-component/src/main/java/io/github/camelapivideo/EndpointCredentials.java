// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.client.Account;
import io.github.camelapivideo.internal.text.LogSafe;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * Gives an endpoint the component's credentials, unless its requests would carry them to another service, or, if the
 * URI may contain text of a sender, through other HTTP options than the component's.
 */
final class EndpointCredentials {

    // Camel itself treats other secret names as secrets.
    private static final String SECRET_NAMES =
            "uploadToken,webhookSecret,authPassword,authBearerToken,oauth2ClientSecret";

    private EndpointCredentials() {}

    /** Registers the names of secret options, so that Camel does not log their values. */
    static void hideInSummaries(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        String known = extension.getAdditionalSensitiveKeywords();
        if (known == null || !known.contains(SECRET_NAMES)) {
            extension.setAdditionalSensitiveKeywords(known == null ? SECRET_NAMES : known + "," + SECRET_NAMES);
        }
    }

    /** Removes the component's credentials from a copy of its options: later ones are the endpoint's own. */
    static void forget(ApiVideoConfiguration own) {
        own.setApiKey(null);
        own.setUploadToken(null);
    }

    /**
     * @param own the endpoint's options, with credentials only if the endpoint has set them itself
     * @param evaluated whether Camel has evaluated the URI for an exchange
     * @throws IllegalArgumentException if the endpoint needs credentials of its own, and has none
     */
    static void inherit(ApiVideoConfiguration own, ApiVideoConfiguration component, boolean evaluated) {
        if (isBlank(own.getBaseUri())) {
            // A Kamelet has no other way to leave it out.
            own.setBaseUri(component.getBaseUri());
        }
        List<String> differences = differences(own, component, evaluated);
        if (differences.isEmpty()) {
            own.setApiKey(own.getApiKey() == null ? component.getApiKey() : own.getApiKey());
            own.setUploadToken(own.getUploadToken() == null ? component.getUploadToken() : own.getUploadToken());
            return;
        }
        if (hasNone(own) && !hasNone(component)) {
            throw new IllegalArgumentException(
                    String.join(", ", differences) + ": differs from the component's, so that the"
                            + " component's apiKey and uploadToken are not used; set one of them beside it, or "
                            + String.join(", ", differences) + " on the component");
        }
        // Credentials that camel-http would send to a service that asks for a password.
        own.getHttp()
                .entrySet()
                .removeIf(option -> option.getKey().matches("(auth|oauth2)[A-Z].*")
                        && component.getHttp().entrySet().contains(option));
    }

    private static List<String> differences(
            ApiVideoConfiguration own, ApiVideoConfiguration component, boolean evaluated) {
        List<String> differences = new ArrayList<>();
        if (!isSameService(own, component)) {
            differences.add("baseUri");
        }
        if (evaluated && own.isAllowInsecureHttp() != component.isAllowInsecureHttp()) {
            differences.add("allowInsecureHttp");
        }
        if (evaluated) {
            own.getHttp().entrySet().stream()
                    .filter(option -> !component.getHttp().entrySet().contains(option))
                    .forEach(option -> differences.add("http." + LogSafe.brief(option.getKey())));
        }
        return differences;
    }

    private static boolean isSameService(ApiVideoConfiguration own, ApiVideoConfiguration component) {
        if (Objects.equals(own.getBaseUri(), component.getBaseUri())) {
            return true;
        }
        URI mine = Account.baseUri(new ConfiguredOptions(own));
        try {
            return mine.equals(Account.baseUri(new ConfiguredOptions(component)));
        } catch (IllegalArgumentException e) {
            // The component's baseUri is not used here and may be invalid.
            return false;
        }
    }

    /** Returns true if there is neither an API key nor an upload token. */
    static boolean hasNone(ApiVideoConfiguration options) {
        return isBlank(options.getApiKey()) && isBlank(options.getUploadToken());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
