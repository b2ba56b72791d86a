// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.internal.body.FileName;
import io.github.camelapivideo.internal.option.NamedValue;
import java.io.InputStream;
import java.io.Reader;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;

/**
 * The values of the inputs for one exchange: a header wins over an option. The only place where that is decided; each value
 * is found once. For one exchange.
 */
public final class ExchangeValues {

    private static final String OVERRIDES = "allowHeaderOverrides";

    private final Exchange exchange;
    private final UploadSettings settings;

    // Null if no planned part stands for headers
    private final PlannedHeaders planned;

    private final Map<Input<?>, Object> found = new HashMap<>();

    public ExchangeValues(Exchange exchange, UploadSettings settings) {
        this(exchange, settings, null);
    }

    private ExchangeValues(Exchange exchange, UploadSettings settings, PlannedHeaders planned) {
        this.exchange = exchange;
        this.settings = settings;
        this.planned = planned;
    }

    /** Returns the same, where a planned part stands for the headers of its own. */
    public ExchangeValues withPlannedPart() {
        Object part = header(Inputs.PLANNED_PART);
        return part == null
                ? this
                : new ExchangeValues(
                        exchange,
                        settings,
                        PlannedHeaders.of(
                                convert(PlannedPart.class, "Header " + ApiVideoConstants.PLANNED_PART, part)));
    }

    /**
     * Returns a value; null if neither the exchange nor the options have it.
     *
     * @throws IllegalArgumentException if it cannot be used; the message has its name and what is allowed
     */
    @SuppressWarnings("unchecked")
    public <T> T get(Input<T> input) {
        return (T) found.computeIfAbsent(input, this::read);
    }

    /** Returns a value that must not be missing. */
    public <T> T required(Input<T> input) {
        T value = get(input);
        if (value == null) {
            throw new IllegalArgumentException(input.name() + ": is missing; " + input.places()
                    + (settings.options().flag(OVERRIDES) ? "" : "; allowHeaderOverrides=false reads no header"));
        }
        return value;
    }

    private Object read(Input<?> input) {
        Object header = header(input);
        String text = header == null ? null : text(input.header(), header);
        String found = text == null || text.isBlank() ? optionText(input) : text;
        String told = planned == null ? found : planned.value(input.header(), found);
        return told == null ? null : input.reading().apply(told);
    }

    private String optionText(Input<?> input) {
        Object option = evaluatedOption(input);
        return option == null ? null : option.toString();
    }

    /** Returns the header as text; a collection as texts separated by commas. */
    private String text(String name, Object header) {
        return listed(header) instanceof Collection<?> several
                ? several.stream()
                        .map(element -> convert(String.class, name, element))
                        .collect(Collectors.joining(","))
                : convert(String.class, name, header);
    }

    /** Returns an array as a list; any other value as it is. */
    static Object listed(Object value) {
        return value instanceof Object[] array ? Arrays.asList(array) : value;
    }

    /** Returns the value of a header; null if it is not there, or if headers are not read. */
    public Object header(Input<?> input) {
        return settings.options().flag(OVERRIDES) ? exchange.getMessage().getHeader(input.header()) : null;
    }

    /** Returns the option with its Simple language evaluated; null if it is not set. */
    public Object evaluatedOption(Input<?> input) {
        return input.option() == null
                ? null
                : SimpleText.evaluate(settings.options().get(input.option()), settings.literals(), exchange);
    }

    /**
     * Checks filters: one that has no text for this exchange would not be sent, and more would be chosen than is meant.
     *
     * @throws IllegalArgumentException if Simple language of one is empty
     */
    public void requireFilled(List<? extends Input<?>> filters) {
        filters.stream()
                .filter(filter -> filter.option() != null && isBlank(header(filter)))
                .forEach(this::requireFilled);
    }

    private void requireFilled(Input<?> filter) {
        SimpleText.emptied(settings.options().get(filter.option()), settings.literals(), exchange)
                .forEach((name, text) -> {
                    String option = name.isEmpty() ? filter.option() : filter.option() + "." + name;
                    throw new IllegalArgumentException(NamedValue.of(option, text)
                            + ": is empty for this exchange, so that more would be chosen than is meant; set it, or"
                            + " leave it out");
                });
    }

    private static boolean isBlank(Object header) {
        return header == null || header instanceof String text && text.isBlank();
    }

    /** Returns the name of the source: as set, or that of the body. */
    public FileName fileName() {
        return FileName.of(exchange, get(Inputs.FILE_NAME));
    }

    public UploadSettings settings() {
        return settings;
    }

    public Exchange exchange() {
        return exchange;
    }

    /** Returns the body as the payload of a request: as it is, or its text if it is a stream of text. */
    Object bodyPayload() {
        Object body = exchange.getMessage().getBody();
        return body instanceof InputStream || body instanceof Reader || body instanceof StreamCache
                ? convert(String.class, "Body", body)
                : body;
    }

    /** Converts a value, or refuses it with its name. */
    <T> T convert(Class<T> type, String name, Object value) {
        try {
            T converted = exchange.getContext().getTypeConverter().convertTo(type, exchange, value);
            if (converted != null) {
                return converted;
            }
        } catch (TypeConversionException e) {
            // Reported below; its own text would repeat the value with its line breaks.
        }
        throw new IllegalArgumentException(NamedValue.of(name, value) + ": allowed is a " + type.getSimpleName());
    }
}
