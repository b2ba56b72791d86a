// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * The settings of the demo. The processes of the cluster read {@code application.properties} themselves.
 *
 * @param role the role of this process; blank for a whole cluster
 * @param folder the folder that all processes share
 * @param topic the topic of the parts
 * @param partitions the number of partitions of a new topic
 * @param workers the number of processes that send parts
 * @param mib the length in MiB of the video that is made for the simulator
 * @param line the MiB that the simulator takes of each part in a second; 0 for full speed
 */
record Settings(String role, Path folder, String topic, int partitions, int workers, int mib, int line) {

    private static final List<String> FILES = List.of("/application.properties", "/demo.properties");

    static Settings load() {
        Properties all = new Properties();
        FILES.forEach(file -> load(file, all));
        return new Settings(
                text(all, "cluster.role"),
                Path.of(text(all, "cluster.folder")),
                text(all, "cluster.topic"),
                number(all, "cluster.partitions"),
                number(all, "cluster.workers"),
                number(all, "cluster.mib"),
                number(all, "cluster.line"));
    }

    private static void load(String file, Properties all) {
        try (InputStream in = Settings.class.getResourceAsStream(file)) {
            all.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Properties all, String name) {
        return Integer.parseInt(text(all, name).trim());
    }

    private static String text(Properties all, String name) {
        String variable = System.getenv(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        return System.getProperty(name, variable == null ? all.getProperty(name) : variable);
    }
}
