// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.springboot;

import java.util.Locale;
import java.util.Set;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;

/**
 * Hides the secrets of the component, its HTTP client and its Kamelet where the actuator shows values. By default it shows
 * none; showing the others must not show these.
 */
final class SecretOptions implements SanitizingFunction {

    // In one spelling for apiKey, api-key and CAMEL_COMPONENT_APIVIDEO_APIKEY.
    private static final String PREFIX = plain(ApiVideoComponentAutoConfiguration.PREFIX);
    private static final String HTTP = PREFIX + "http";
    private static final String KAMELET = plain("camel.kamelet.apivideo-upload-sink");
    private static final Set<String> SECRETS =
            Set.of(PREFIX + "apikey", PREFIX + "uploadtoken", PREFIX + "webhooksecret", "apivideoapikey");

    @Override
    public SanitizableData apply(SanitizableData data) {
        return isSecret(plain(data.getKey())) ? data.withSanitizedValue() : data;
    }

    private static boolean isSecret(String key) {
        return SECRETS.contains(key)
                || key.startsWith(KAMELET) && key.endsWith("apikey")
                || key.startsWith(HTTP) && key.matches(".*(password|secret|token|username)");
    }

    private static String plain(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
