// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/**
 * The settings of the demo, and those of the route that it shares. Camel reads the settings of the component.
 *
 * @param folder the folder with inbox, done and failed
 * @param videos the videos that are dropped
 * @param sequentialUpTo the longest video, in bytes, whose parts are sent one after another
 * @param line bytes per second on each connection to the simulator; 0 for full speed
 * @param waits whether the simulator stays after the summary also without a terminal
 */
record Settings(Path folder, List<Wanted> videos, long sequentialUpTo, long line, boolean waits) {

    private static final List<String> FILES = List.of("/application.properties", "/demo.properties");

    /** The name of a video of this application, and its length in bytes. */
    record Wanted(String name, long length) {

        static Wanted parse(String text) {
            String[] words = text.trim().split("\\s+");
            if (words.length != 2) {
                throw new IllegalArgumentException("demo.videos: \"" + text.trim() + "\": expected a name and a size");
            }
            return new Wanted(words[0], ByteCount.parse(words[1]));
        }
    }

    static Settings load() {
        Properties all = new Properties();
        FILES.forEach(file -> load(file, all));
        all.replaceAll((name, value) -> over((String) name, (String) value));
        return of(all);
    }

    private static void load(String file, Properties all) {
        try (InputStream in = Settings.class.getResourceAsStream(file)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Settings of(Properties all) {
        return new Settings(
                Path.of(all.getProperty("drop.folder")),
                Arrays.stream(all.getProperty("demo.videos").split(","))
                        .map(Wanted::parse)
                        .toList(),
                ByteCount.parse(all.getProperty("drop.sequentialUpTo")),
                ByteCount.parse(all.getProperty("demo.line")),
                Boolean.parseBoolean(all.getProperty("demo.wait")));
    }

    /** Returns the settings of the route. */
    Map<String, String> properties() {
        return Map.of("drop.folder", folder.toString(), "drop.sequentialUpTo", Long.toString(sequentialUpTo));
    }

    private static String over(String name, String value) {
        String variable = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return System.getProperty(name, variable == null ? value : variable);
    }
}
