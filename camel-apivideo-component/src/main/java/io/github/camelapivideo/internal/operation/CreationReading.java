// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.body.FileName;
import io.github.camelapivideo.internal.text.LogSafe;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Reads the description of a new container: a header for one property wins over {@code CamelApiVideoCreation}, that over
 * an option. For one exchange.
 */
final class CreationReading {

    private final ExchangeValues values;
    private final FileName fileName;

    private CreationReading(ExchangeValues values, FileName fileName) {
        this.values = values;
        this.fileName = fileName;
    }

    static VideoCreation of(ExchangeValues values) {
        return of(values, values.fileName());
    }

    /** @param fileName the default of the title */
    static VideoCreation of(ExchangeValues values, FileName fileName) {
        return new CreationReading(values, fileName).read();
    }

    private VideoCreation read() {
        Object given = values.header(Inputs.CREATION);
        VideoCreation.Builder creation = VideoCreation.builder().title(defaultTitle(fileName));
        checkGiven(given);
        CreationFields.ALL.forEach(field -> read(field, given, creation));
        return creation.build();
    }

    private void read(CreationFields.Field<?> field, Object given, VideoCreation.Builder creation) {
        Input<?> input = Inputs.PROPERTIES.stream()
                .filter(property -> property.name().equals(field.name()))
                .findFirst()
                .orElseThrow();
        Object header = values.header(input);
        if (header != null) {
            named("Header " + field.header(), creation, () -> field.read(header, values::convert, creation));
            return;
        }
        Object value = given instanceof VideoCreation typed
                ? field.given().apply(typed)
                : given instanceof Map<?, ?> map ? map.get(field.name()) : null;
        if (value != null) {
            named("Header " + Inputs.CREATION.header(), creation, () -> field.read(value, values::convert, creation));
            return;
        }
        Object option = values.evaluatedOption(input);
        if (option != null) {
            field.read(option, values::convert, creation);
        }
    }

    private static void checkGiven(Object given) {
        if (given instanceof Map<?, ?> map) {
            map.keySet().forEach(key -> {
                if (CreationFields.ALL.stream().noneMatch(field -> field.name().equals(key))) {
                    throw new IllegalArgumentException("Header " + Inputs.CREATION.header() + ": unknown property '"
                            + LogSafe.brief(String.valueOf(key)) + "'; allowed are "
                            + String.join(
                                    ", ",
                                    CreationFields.ALL.stream()
                                            .map(CreationFields.Field::name)
                                            .toList()));
                }
            });
        } else if (given != null && !(given instanceof VideoCreation)) {
            throw new IllegalArgumentException("Header " + Inputs.CREATION.header() + " is a "
                    + given.getClass().getName() + ": allowed is a VideoCreation or a Map");
        }
    }

    private static void named(String header, VideoCreation.Builder creation, Runnable reading) {
        try {
            reading.run();
            // Values check themselves: now it is still known where a wrong one came from.
            creation.build();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(header + ": " + e.getMessage(), e);
        }
    }

    private static String defaultTitle(FileName fileName) {
        return fileName.known()
                ? fileName.orDefault()
                : "Untitled video " + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}
