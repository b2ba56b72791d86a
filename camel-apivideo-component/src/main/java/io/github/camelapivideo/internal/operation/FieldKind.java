// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.api.Clip;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Watermark;
import io.github.camelapivideo.internal.option.NamedValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the value of a property is read from what an option, a header or a map holds. */
@FunctionalInterface
interface FieldKind<T> {

    /** Turns a plain value into the wanted type, or refuses it with an error that names the property. */
    @FunctionalInterface
    interface Reader {
        <V> V as(Class<V> type, String name, Object value);
    }

    FieldKind<String> TEXT = (name, value, reader) -> reader.as(String.class, name, value);

    FieldKind<Boolean> FLAG = (name, value, reader) -> reader.as(Boolean.class, name, value);

    FieldKind<List<String>> WORDS = (name, value, reader) -> words(name, value, reader)
            .map(String::trim)
            .filter(word -> !word.isEmpty())
            .toList();

    FieldKind<List<Metadata>> METADATA = (name, value, reader) -> {
        if (value instanceof Collection<?> entries) {
            return entries.stream().map(entry -> entry(name, entry, reader)).toList();
        }
        List<Metadata> metadata = new ArrayList<>();
        ((Map<?, ?>) reader.as(Map.class, name, value))
                .forEach((key, text) -> metadata.add(
                        new Metadata(String.valueOf(key), reader.as(String.class, name + "." + key, text))));
        return metadata;
    };

    FieldKind<Clip> CLIP = (name, value, reader) -> {
        if (value instanceof Clip clip) {
            return clip;
        }
        Texts texts = Texts.of(name, value, reader, "startTimecode", "endTimecode");
        return new Clip(texts.get("startTimecode"), texts.get("endTimecode"));
    };

    FieldKind<Watermark> WATERMARK = (name, value, reader) -> {
        if (value instanceof Watermark watermark) {
            return watermark;
        }
        Texts texts =
                Texts.of(name, value, reader, "id", "top", "left", "bottom", "right", "width", "height", "opacity");
        return new Watermark(
                texts.get("id"),
                texts.get("top"),
                texts.get("left"),
                texts.get("bottom"),
                texts.get("right"),
                texts.get("width"),
                texts.get("height"),
                texts.get("opacity"));
    };

    T read(String name, Object value, Reader reader);

    private static Stream<String> words(String name, Object value, Reader reader) {
        if (value instanceof Collection<?> words) {
            return words.stream().map(word -> reader.as(String.class, name, word));
        }
        if (value instanceof Object[] words) {
            return Arrays.stream(words).map(word -> reader.as(String.class, name, word));
        }
        return Arrays.stream(reader.as(String.class, name, value).split(","));
    }

    private static Metadata entry(String name, Object entry, Reader reader) {
        if (entry instanceof Metadata metadata) {
            return metadata;
        }
        Texts texts = Texts.of(name, entry, reader, "key", "value");
        return new Metadata(texts.get("key"), texts.get("value"));
    }

    /** A map of known keys to texts. */
    record Texts(Map<String, String> values) {

        static Texts of(String name, Object value, Reader reader, String... allowed) {
            Map<String, String> texts = new HashMap<>();
            ((Map<?, ?>) reader.as(Map.class, name, value)).forEach((key, text) -> {
                if (!List.of(allowed).contains(String.valueOf(key))) {
                    throw new IllegalArgumentException(NamedValue.of(name + "." + key, text) + ": unknown; allowed are "
                            + String.join(", ", allowed));
                }
                texts.put(String.valueOf(key), reader.as(String.class, name + "." + key, text));
            });
            return new Texts(texts);
        }

        String get(String key) {
            return values.get(key);
        }
    }
}
