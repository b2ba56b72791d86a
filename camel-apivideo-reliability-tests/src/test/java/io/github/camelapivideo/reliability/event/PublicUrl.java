// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The URL that the service knows: sends each delivery to the next node, after an accident. Thread-safe. */
final class PublicUrl implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Node> nodes = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile Supplier<Accident> accidents = () -> Accident.NONE;

    PublicUrl() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::arrive);
        server.setExecutor(threads);
        server.start();
    }

    private void arrive(HttpExchange exchange) throws IOException {
        Arrival arrival = new Arrival(exchange, http, this::next);
        accidents.get().happen(arrival).thenAccept(arrival::answer);
    }

    /** Returns the next node in turn that is alive, or null. */
    private Node next() {
        List<Node> alive = nodes.stream().filter(node -> !node.isDead()).toList();
        return alive.isEmpty() ? null : alive.get(Math.floorMod(turn.getAndIncrement(), alive.size()));
    }

    /** @param accidents called for each delivery */
    void suffer(Supplier<Accident> accidents) {
        this.accidents = accidents;
    }

    void add(Node node) {
        nodes.add(node);
    }

    @Override
    public String toString() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
