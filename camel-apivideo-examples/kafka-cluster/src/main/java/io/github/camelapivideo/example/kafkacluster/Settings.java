// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * What the one who starts a cluster has to know; its processes read {@code application.properties} themselves.
 *
 * @param folder the folder that all processes share
 * @param topic where the parts go
 * @param partitions how many partitions the topic has, if it has to be made
 */
record Settings(Path folder, String topic, int partitions) {

    static Settings load() {
        Properties all = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("/application.properties")) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Settings(
                Path.of(get(all, "cluster.folder")),
                get(all, "cluster.topic"),
                Integer.parseInt(get(all, "cluster.partitions")));
    }

    private static String get(Properties all, String name) {
        String variable = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return System.getProperty(name, variable == null ? all.getProperty(name) : variable);
    }
}
