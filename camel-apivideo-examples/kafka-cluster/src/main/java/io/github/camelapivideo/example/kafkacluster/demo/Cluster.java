// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.demo;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The processes of a cluster on this machine, each in a JVM of its own with a small heap. For one thread; closing it ends them.
 */
final class Cluster implements AutoCloseable {

    private static final String HEAP = "-Xmx128m";
    private static final int PATIENCE_SECONDS = 20;

    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, String> properties;
    private final Redirect output;
    private final List<Process> nodes = new ArrayList<>();

    /**
     * @param environment what the processes find in their environment; keys belong here, not on command lines
     * @param properties their system properties
     * @param output where they print
     */
    Cluster(Path folder, Map<String, String> environment, Map<String, String> properties, Redirect output)
            throws IOException {
        this.folder = folder;
        this.environment = environment;
        this.properties = new HashMap<>(properties);
        this.properties.put("cluster.folder", folder.toString());
        this.output = output;
        Files.createDirectories(inbox());
    }

    /** Where videos go in, by a move, and where the workers read them. */
    Path inbox() {
        return folder.resolve("inbox");
    }

    /** Where a file goes when its video is complete. */
    Path done(String fileName) {
        return folder.resolve("done").resolve(fileName);
    }

    /** Where a file goes that was given up. */
    Path failed(String fileName) {
        return folder.resolve("failed").resolve(fileName);
    }

    /** Where the coordinator keeps which container a file goes into. */
    Path videoIds() {
        return folder.resolve("videoIds");
    }

    /** One process more. */
    Process start(Node.Role role, String name) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP));
        command.add("-Dcluster.node=" + name);
        command.add("-D" + Node.PARENT + "=" + ProcessHandle.current().pid());
        properties.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Node.class.getName(), role.name()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(environment);
        Process node = builder.start();
        nodes.add(node);
        return node;
    }

    /** Whether what is left of it can finish a video: the coordinator, started last, and a worker. */
    boolean works() {
        return nodes.get(nodes.size() - 1).isAlive()
                && nodes.stream().filter(Process::isAlive).count() > 1;
    }

    /** Ends all processes in order; those that do not within some seconds are killed. */
    @Override
    public void close() {
        nodes.forEach(Process::destroy);
        nodes.forEach(Cluster::await);
    }

    private static void await(Process node) {
        try {
            node.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            node.destroyForcibly();
        }
    }
}
