// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** One process of the cluster. What else it has to know is in {@code application.properties}. */
public final class Node {

    /** What a process does. */
    enum Role {
        coordinator,
        worker;

        private RouteBuilder route() {
            return this == coordinator ? new CoordinatorRoute() : new WorkerRoute();
        }
    }

    private Node() {}

    /** @param args {@code coordinator} or {@code worker} */
    public static void main(String[] args) throws Exception {
        Main camel = new Main();
        camel.configure().addRoutesBuilder(Role.valueOf(args[0]).route());
        camel.run();
        System.exit(camel.getExitCode());
    }
}
