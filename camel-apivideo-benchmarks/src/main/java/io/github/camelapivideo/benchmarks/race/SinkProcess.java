// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelapivideo.benchmarks.sink.Served;
import io.github.camelapivideo.benchmarks.sink.Shape;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A sink in a process of its own, which ends with this one. For one thread at a time. */
public final class SinkProcess implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Process process;
    private final BufferedReader out;
    private final URI uri;

    public SinkProcess(Network network, Workplace workplace) throws IOException {
        this(network, workplace, workplace.keys());
    }

    /** @param keys the sink's certificate and key, for TLS */
    public SinkProcess(Network network, Workplace workplace, Path keys) throws IOException {
        List<String> command = new ArrayList<>(Jvm.command(Platform.OWN, "256m", "sink"));
        Shape shape = network.shape();
        command.addAll(List.of("--rate", Long.toString(shape.bytesPerSecond())));
        command.addAll(List.of("--rtt", Integer.toString(shape.rttMillis())));
        command.addAll(List.of("--broken-one-in", Integer.toString(shape.brokenOneIn())));
        command.addAll(List.of("--seed", Long.toString(workplace.seed())));
        if (shape.shared()) {
            command.add("--shared");
        }
        if (network.tls()) {
            command.addAll(List.of("--keys", keys.toString()));
        }
        this.process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.out = process.inputReader();
        String port = out.readLine();
        if (port == null) {
            throw new IOException("the sink did not start");
        }
        this.uri = URI.create((network.tls() ? "https" : "http") + "://localhost:" + port);
    }

    public URI uri() {
        return uri;
    }

    /** What was served since the last time. */
    public List<Served> takeLog() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return MAPPER.readValue(out.readLine(), new TypeReference<>() {});
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
    }
}
