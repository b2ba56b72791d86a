// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.rule;

import com.fasterxml.jackson.core.JsonPointer;
import io.github.camelapivideo.simulator.answer.Json;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;

/**
 * The type of an argument of {@code --fault}, behind an equals sign.
 *
 * @param label its name in the help
 * @param allowed the allowed values, for the error text
 * @param reading throws an {@link IllegalArgumentException} if the text is not allowed
 */
record FaultArgument<T>(String label, String allowed, Function<String, T> reading) {

    static final FaultArgument<Integer> CODE =
            new FaultArgument<>("CODE", "200..599", text -> (int) number(text, 200, 599));
    static final FaultArgument<String> METHOD = new FaultArgument<>(
            "METHOD", "GET, POST, PUT, PATCH or DELETE", text -> matching("GET|POST|PUT|PATCH|DELETE", text));
    static final FaultArgument<String> PATH = new FaultArgument<>(
            "PATH", "a path such as /videos/{videoId}/captions/{language}", text -> matching("/.*", text));
    static final FaultArgument<Integer> COUNT =
            new FaultArgument<>("N", "a number from 1", text -> (int) number(text, 1, Integer.MAX_VALUE));
    static final FaultArgument<Double> PROBABILITY =
            new FaultArgument<>("P", "0..1, such as 0.05", FaultArgument::probability);
    static final FaultArgument<Long> BYTES =
            new FaultArgument<>("BYTES", "a number of bytes", text -> number(text, 0, Long.MAX_VALUE));
    static final FaultArgument<Long> RATE =
            new FaultArgument<>("RATE", "a number of bytes from 1", text -> number(text, 1, Long.MAX_VALUE));
    static final FaultArgument<Duration> TIME =
            new FaultArgument<>("TIME", "a time, such as 200ms, 5s or 2m", FaultArgument::time);
    static final FaultArgument<String> SLUG =
            new FaultArgument<>("SLUG", "the last segment of a problem's type", text -> matching("[\\w-]+", text));
    static final FaultArgument<String> POINTER =
            new FaultArgument<>("POINTER", "a JSON pointer, such as /assets/player", FaultArgument::pointer);
    static final FaultArgument<String> JSON =
            new FaultArgument<>("JSON", "a JSON value, such as [] or \"text\"", FaultArgument::json);
    static final FaultArgument<URI> URL =
            new FaultArgument<>("URL", "an absolute URL, such as http://127.0.0.1:1/", FaultArgument::url);

    private static long number(String text, long least, long most) {
        long number = Long.parseLong(text);
        check(least <= number && number <= most);
        return number;
    }

    private static double probability(String text) {
        double probability = Double.parseDouble(text);
        check(probability >= 0 && probability <= 1);
        return probability;
    }

    private static Duration time(String text) {
        check(text.matches("\\d{1,9}(ms|s|m)"));
        long number = Long.parseLong(text.replaceAll("\\D", ""));
        if (text.endsWith("ms")) {
            return Duration.ofMillis(number);
        }
        return text.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
    }

    private static String matching(String pattern, String text) {
        check(text.matches(pattern));
        return text;
    }

    private static String pointer(String text) {
        return JsonPointer.compile(text).toString();
    }

    private static String json(String text) {
        Json.tree(text);
        return text;
    }

    private static URI url(String text) {
        URI url = URI.create(text);
        check(url.isAbsolute());
        return url;
    }

    private static void check(boolean allowed) {
        if (!allowed) {
            throw new IllegalArgumentException();
        }
    }

    /** @throws IllegalArgumentException if the text is not allowed; names what is */
    T parse(String name, String text) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + "=" + text + ": " + label + " is " + allowed);
        }
    }
}
