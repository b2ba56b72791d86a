// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.internal.option.NamedValue;
import java.util.function.Function;

/**
 * A value that operations read: from a header of the exchange, else from an option of the endpoint. Immutable.
 *
 * @param name in error messages
 * @param header null if no header has it
 * @param option null if no option has it; the name of a group such as {@code metadata.*} is without the dot
 * @param type Camel converts the value of the header to it
 * @param reading makes the value out of a text that is not blank
 */
public record Input<T>(String name, String header, String option, Class<?> type, Function<String, T> reading) {

    private static final String WHOLE_NUMBER = "\\d{1,18}";

    static Input<String> text(String option, String header) {
        return read(option, header, text -> text);
    }

    /** A text that is read into another type, or refused. */
    static <T> Input<T> read(String option, String header, Function<String, T> reading) {
        return new Input<>(option, header, option, String.class, reading);
    }

    /** A number of 0 or more. */
    static Input<Long> number(String option, String header) {
        return read(option, header, text -> wholeNumber(option, text));
    }

    /** The same for a value that only a header has. */
    static Input<Long> numberInHeader(String name, String header) {
        return new Input<>(name, header, null, String.class, text -> wholeNumber(name, text));
    }

    /** A text that only a header has. */
    static <T> Input<T> inHeader(String name, String header, Function<String, T> reading) {
        return new Input<>(name, header, null, String.class, reading);
    }

    /** An object that only a header has. */
    static Input<Object> objectInHeader(String name, String header, Class<?> type) {
        return new Input<>(name, header, null, type, text -> text);
    }

    /** A property of a request's payload. */
    static Input<Object> property(String option, String header, Class<?> type) {
        return new Input<>(option, header, option, type, text -> text);
    }

    /** An option that is the same for all exchanges. */
    static Input<Object> fixed(String option) {
        return new Input<>(option, null, option, Object.class, text -> text);
    }

    /** Returns whether its value may differ between exchanges: by a header, or by Simple language in the option. */
    public boolean isOfExchange() {
        return header != null && option != null;
    }

    /** Returns where it can be set, for the message that it is missing. */
    String places() {
        return option == null ? "set the header " + header : "set the option, or the header " + header;
    }

    private static long wholeNumber(String name, String text) {
        if (!text.matches(WHOLE_NUMBER)) {
            throw new IllegalArgumentException(NamedValue.of(name, text) + ": allowed is a whole number, 0 or more");
        }
        return Long.parseLong(text);
    }
}
