// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import io.github.camelapivideo.internal.option.NamedValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the path, the parameters and the body of the operation {@code request} out of an exchange. */
public final class RequestReading {

    public static final Input<Object> METHOD = Input.fixed("method");
    public static final Input<Object> PATH = Input.fixed("path");
    public static final Input<Object> QUERY = Input.objectInHeader("query", ApiVideoConstants.QUERY, Object.class);

    private static final String STREAM_KEY = "streamKey";

    private RequestReading() {}

    /** @throws IllegalArgumentException if the header is neither a map nor the text of a query */
    public static List<Parameter> query(ExchangeValues values) {
        Object header = values.header(QUERY);
        if (header == null) {
            return List.of();
        }
        Stream<? extends Map.Entry<?, ?>> parameters = header instanceof Map<?, ?> map
                ? map.entrySet().stream()
                : parsed(values.convert(String.class, "Header " + QUERY.header(), header));
        return parameters
                .flatMap(entry -> parameters(String.valueOf(entry.getKey()), entry.getValue(), values))
                .toList();
    }

    private static Stream<Map.Entry<String, String>> parsed(String text) {
        return Arrays.stream(text.trim().split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(RequestReading::pair);
    }

    private static Map.Entry<String, String> pair(String pair) {
        String[] sides = pair.split("=", 2);
        try {
            if (sides.length == 2 && !sides[0].isEmpty() && !sides[0].startsWith("?")) {
                return Map.entry(decoded(sides[0]), decoded(sides[1]));
            }
        } catch (IllegalArgumentException e) {
            // Reported below; its own text would repeat a part of the value.
        }
        throw new IllegalArgumentException("Header " + QUERY.header()
                + ": allowed is a Map, or text such as name=value&other=value, encoded as in a URL");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Stream<Parameter> parameters(String name, Object value, ExchangeValues values) {
        if (name.equals(STREAM_KEY)) {
            throw new IllegalArgumentException(
                    "Header " + QUERY.header() + ": streamKey: not possible with request; the"
                            + " operation listLiveStreams keeps the key out of logs");
        }
        Stream<?> several = ExchangeValues.listed(value) instanceof Collection<?> collection
                ? collection.stream()
                : Stream.ofNullable(value);
        return several.map(one -> new Parameter(name, values.convert(String.class, name, one)));
    }

    /** @throws IllegalArgumentException if the body is no JSON and nothing that has the form of JSON */
    public static Object body(ExchangeValues values) {
        return Payloads.json("Body", values.bodyPayload());
    }

    /**
     * The path of the operation {@code request}: fixed segments, and variables whose values are headers of the exchange.
     * Nothing in it leaves the account's base URI. Immutable.
     *
     * @param text such as {@code /videos/{videoId}/status}
     */
    public record Path(String text) {

        private static final String FORM = "(/([A-Za-z0-9_~-][A-Za-z0-9._~-]*|\\{[A-Za-z][A-Za-z0-9._-]*}))+";
        private static final String SEGMENT = "[^/\\\\\\p{Cntrl}]{1,500}";

        /** @throws IllegalArgumentException if it is no such path, or one that another operation has for a reason */
        public Path {
            if (text == null || !text.matches(FORM)) {
                throw new IllegalArgumentException(NamedValue.of("path", text)
                        + ": allowed are segments of letters, digits, - . _ and ~, or {header}, each after a /, as in"
                        + " /videos/{videoId}/status; parameters belong into the header CamelApiVideoQuery");
            }
            check(Arrays.asList(text.substring(1).split("/")));
        }

        /** Returns true if it has variables. */
        public boolean hasVariables() {
            return text.contains("{");
        }

        /**
         * Returns the values of its variables, each for one segment.
         *
         * @throws IllegalArgumentException if one is missing, or would be more than a segment
         */
        public List<String> variables(ExchangeValues values) {
            List<String> segments = Arrays.stream(text.substring(1).split("/"))
                    .map(segment -> isVariable(segment) ? value(segment, values) : segment)
                    .toList();
            check(segments);
            String[] names = text.substring(1).split("/");
            return IntStream.range(0, names.length)
                    .filter(i -> isVariable(names[i]))
                    .mapToObj(segments::get)
                    .toList();
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }

        private static String value(String segment, ExchangeValues values) {
            String header = segment.substring(1, segment.length() - 1);
            Object value = values.exchange().getMessage().getHeader(header);
            if (value == null) {
                throw new IllegalArgumentException(
                        "path: the header " + header + " is missing, which has the value of " + segment);
            }
            String text = values.convert(String.class, "Header " + header, value);
            if (text.isBlank() || text.matches("\\.+") || !text.matches(SEGMENT)) {
                throw new IllegalArgumentException(NamedValue.of("Header " + header, text)
                        + ": allowed is one segment of a path, without / and \\, and not . or ..");
            }
            return text;
        }

        private static void check(List<String> segments) {
            List<String> lower = segments.stream()
                    .map(segment -> segment.toLowerCase(Locale.ROOT))
                    .toList();
            String first = lower.get(0);
            if (first.equals("auth")) {
                throw refused("/auth", "the component itself logs in");
            }
            if (first.equals("upload")
                    || first.equals("videos")
                            && lower.size() == 3
                            && lower.get(2).equals("source")) {
                throw refused("the uploads of videos", "the operations upload and uploadPart send them");
            }
            if (first.equals("upload-tokens") && lower.size() > 1) {
                throw refused(
                        "/upload-tokens/{uploadToken}",
                        "the operations getUploadToken and deleteUploadToken keep the token out of logs");
            }
        }

        private static IllegalArgumentException refused(String what, String why) {
            return new IllegalArgumentException("path: " + what + ": not possible with request; " + why);
        }
    }
}
