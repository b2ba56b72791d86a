// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sink as a process of its own: prints its port, then, for each line on its input, what it has served since. */
@Command(name = "sink", description = "The service that reads and forgets, for the other processes.")
public final class SinkCommand implements Callable<Integer> {

    @Option(names = "--keys", description = "The sink's certificate and key, for TLS; without it plain HTTP is spoken.")
    private Path keys;

    @Option(
            names = "--rate",
            description = "Bytes per second that one connection carries, or all with --shared; 0 for no limit.")
    private long rate;

    @Option(names = "--rtt", description = "Milliseconds there and back.")
    private int rtt;

    @Option(names = "--shared", description = "All connections share one line.")
    private boolean shared;

    @Option(names = "--broken-one-in", description = "One request in so many loses its connection; 0 for none.")
    private int brokenOneIn;

    @Option(names = "--seed", description = "Decides which ones.")
    private long seed;

    @Override
    public Integer call() throws Exception {
        Shape shape = new Shape(rate, rtt, shared, brokenOneIn);
        try (Sink sink = new Sink(keys == null ? null : Tls.server(keys), shape, seed)) {
            System.out.println(sink.port());
            JsonMapper mapper = JsonMapper.builder().build();
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            // Ends with the process that started it.
            while (in.readLine() != null) {
                System.out.println(mapper.writeValueAsString(sink.takeLog()));
            }
            return 0;
        }
    }
}
