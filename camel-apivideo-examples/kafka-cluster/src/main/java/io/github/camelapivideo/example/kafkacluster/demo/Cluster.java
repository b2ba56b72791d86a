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
 * The processes of a cluster on this machine, each in a JVM of its own with a small heap. Not thread-safe. Closing it ends
 * them.
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
     * @param environment their environment variables; API keys belong here, not on command lines
     * @param properties their system properties
     * @param output the destination of their output
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

    /** Returns the folder into which videos are moved, and from which workers read them. */
    Path inbox() {
        return folder.resolve("inbox");
    }

    /** Returns the file after its video is complete. */
    Path done(String fileName) {
        return folder.resolve("done").resolve(fileName);
    }

    /** Returns the file after its video was given up. */
    Path failed(String fileName) {
        return folder.resolve("failed").resolve(fileName);
    }

    /** Returns the folder in which the coordinator keeps the containers of the files. */
    Path videoIds() {
        return folder.resolve("videoIds");
    }

    /** Starts one more process. */
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

    /** Returns whether the coordinator, which was started last, and at least one worker are alive. */
    boolean works() {
        return nodes.get(nodes.size() - 1).isAlive()
                && nodes.stream().filter(Process::isAlive).count() > 1;
    }

    /** Ends all processes; after 20 seconds it kills them. */
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
