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
 * Gives an endpoint the component's credentials, unless its requests would take them elsewhere: to another service, or,
 * where the URI may have text of a sender in it, over a way that the component does not know.
 */
final class EndpointCredentials {

    // Camel takes other names than these for secrets by itself.
    private static final String SECRET_NAMES = "uploadToken,authPassword,authBearerToken,oauth2ClientSecret";

    private EndpointCredentials() {}

    /** Tells Camel which options are secret, so that it logs no values of theirs when it has configured them. */
    static void hideInSummaries(CamelContext context) {
        ExtendedCamelContext extension = context.getCamelContextExtension();
        String known = extension.getAdditionalSensitiveKeywords();
        if (known == null || !known.contains(SECRET_NAMES)) {
            extension.setAdditionalSensitiveKeywords(known == null ? SECRET_NAMES : known + "," + SECRET_NAMES);
        }
    }

    /** Takes the component's credentials out of a copy of its options, so that what comes after is the endpoint's own. */
    static void forget(ApiVideoConfiguration own) {
        own.setApiKey(null);
        own.setUploadToken(null);
    }

    /**
     * @param own the endpoint's options, without what it has not set itself
     * @param evaluated whether Camel has evaluated the URI for an exchange
     * @throws IllegalArgumentException if the endpoint needs credentials of its own, and has none
     */
    static void inherit(ApiVideoConfiguration own, ApiVideoConfiguration component, boolean evaluated) {
        List<String> differences = differences(own, component, evaluated);
        if (differences.isEmpty()) {
            own.setApiKey(own.getApiKey() == null ? component.getApiKey() : own.getApiKey());
            own.setUploadToken(own.getUploadToken() == null ? component.getUploadToken() : own.getUploadToken());
            return;
        }
        if (isBlank(own.getApiKey()) && isBlank(own.getUploadToken()) && hasAny(component)) {
            throw new IllegalArgumentException(
                    String.join(", ", differences) + ": differs from the component's, so that the"
                            + " component's apiKey and uploadToken are not used; set one of them beside it, or "
                            + String.join(", ", differences) + " on the component");
        }
        // What camel-http would answer to a service that asks for a password.
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
            // The component's is not used here, and may be wrong.
            return false;
        }
    }

    private static boolean hasAny(ApiVideoConfiguration options) {
        return !isBlank(options.getApiKey()) || !isBlank(options.getUploadToken());
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
