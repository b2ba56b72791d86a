// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.internal.body.FileName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Reads the description of a new container out of an exchange. */
public final class CreationReading {

    private CreationReading() {}

    /** @throws IllegalArgumentException if a property has a value that it cannot have */
    public static VideoCreation of(ExchangeValues values) {
        return of(values, values.fileName());
    }

    /**
     * The same where the name of the file is known.
     *
     * @param fileName the default of the title
     */
    public static VideoCreation of(ExchangeValues values, FileName fileName) {
        return new PayloadReading(values)
                .withDefault("title", titleOr(fileName.text()))
                .read(VideoCreation.class, Inputs.CREATION, Inputs.PROPERTIES);
    }

    /** The same with a title only if the exchange says one. */
    public static VideoCreation asSaid(ExchangeValues values) {
        return new PayloadReading(values).read(VideoCreation.class, Inputs.CREATION, Inputs.PROPERTIES);
    }

    /** Returns the title, or one with the time if it is null or blank. */
    public static String titleOr(String title) {
        return title == null || title.isBlank()
                ? "Untitled video " + Instant.now().truncatedTo(ChronoUnit.SECONDS)
                : title;
    }
}
