// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.demo;

import io.github.camelapivideo.example.kafkacluster.routes.CoordinatorRoute;
import io.github.camelapivideo.example.kafkacluster.routes.WorkerRoute;
import java.util.Optional;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** One process of the cluster. Camel reads its settings from {@code application.properties}. */
public final class Node {

    /** The route that a process runs. */
    enum Role {
        coordinator,
        worker;

        private RouteBuilder route() {
            return this == coordinator ? new CoordinatorRoute() : new WorkerRoute();
        }
    }

    /** The system property with the id of the parent process. This process ends when its parent ends. */
    static final String PARENT = "cluster.parent";

    private Node() {}

    /** @param args {@code coordinator} or {@code worker} */
    public static void main(String[] args) throws Exception {
        Optional.ofNullable(System.getProperty(PARENT)).flatMap(Node::process).ifPresent(Node::endWith);
        Main camel = new Main();
        camel.configure().addRoutesBuilder(Role.valueOf(args[0]).route());
        camel.run();
        System.exit(camel.getExitCode());
    }

    private static Optional<ProcessHandle> process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid));
    }

    private static void endWith(ProcessHandle parent) {
        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
    }
}
