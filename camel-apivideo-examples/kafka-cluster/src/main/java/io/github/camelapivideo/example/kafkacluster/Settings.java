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
 * @param role what this process is to be; blank for a whole cluster
 * @param folder the folder that all processes share
 * @param topic where the parts go
 * @param partitions how many partitions the topic has, if it has to be made
 * @param workers how many processes send parts
 * @param mib how many MiB the video is long that is made for the simulator
 * @param line how many MiB a second the simulator takes of each part; 0 for full speed
 */
record Settings(String role, Path folder, String topic, int partitions, int workers, int mib, int line) {

    static Settings load() {
        Properties all = new Properties();
        try (InputStream in = Settings.class.getResourceAsStream("/application.properties")) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Settings(
                text(all, "cluster.role"),
                Path.of(text(all, "cluster.folder")),
                text(all, "cluster.topic"),
                number(all, "cluster.partitions"),
                number(all, "cluster.workers"),
                number(all, "cluster.mib"),
                number(all, "cluster.line"));
    }

    private static int number(Properties all, String name) {
        return Integer.parseInt(text(all, name).trim());
    }

    private static String text(Properties all, String name) {
        String variable = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return System.getProperty(name, variable == null ? all.getProperty(name) : variable);
    }
}
