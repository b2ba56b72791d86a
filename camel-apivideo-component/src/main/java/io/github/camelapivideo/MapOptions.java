// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import io.github.camelapivideo.internal.input.Payloads;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.util.PropertiesHelper;

/**
 * The options of a URI that are maps: {@code metadata.author=Jane}, or all entries at once as JSON text, which a property
 * can hold.
 */
final class MapOptions {

    private static final String PROPERTY = "#property:";

    private MapOptions() {}

    /**
     * Moves them from the parameters of a URI to the options. An entry of its own wins over one in the JSON text.
     *
     * @throws IllegalArgumentException if a value is neither a map nor a JSON object of texts, numbers and booleans
     */
    static void move(CamelContext context, Map<String, Object> parameters, ApiVideoConfiguration to) throws Exception {
        to.getMetadata().putAll(take(context, parameters, "metadata"));
        to.getClip().putAll(take(context, parameters, "clip"));
        to.getWatermark().putAll(take(context, parameters, "watermark"));
        to.getFilterBy().putAll(take(context, parameters, "filterBy"));
    }

    private static Map<String, Object> take(CamelContext context, Map<String, Object> parameters, String option)
            throws Exception {
        Map<String, Object> entries = new LinkedHashMap<>(whole(context, parameters.remove(option), option));
        entries.putAll(PropertiesHelper.extractProperties(parameters, option + "."));
        return entries;
    }

    private static Map<String, Object> whole(CamelContext context, Object written, String option) throws Exception {
        Object value = written instanceof String text ? resolved(context, text) : written;
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            map.forEach((name, entry) -> entries.put(String.valueOf(name), entry));
            return entries;
        }
        return value == null || value.toString().isBlank() ? Map.of() : Payloads.entries(option, value.toString());
    }

    private static Object resolved(CamelContext context, String text) throws Exception {
        return text.startsWith(PROPERTY)
                ? context.resolvePropertyPlaceholders("{{" + text.substring(PROPERTY.length()) + "}}")
                : PropertyBindingSupport.resolveBean(context, text);
    }
}
