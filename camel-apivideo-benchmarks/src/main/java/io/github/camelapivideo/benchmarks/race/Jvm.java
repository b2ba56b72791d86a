// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.race;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.camelapivideo.benchmarks.Main;
import io.github.camelapivideo.benchmarks.client.Job;
import io.github.camelapivideo.benchmarks.client.Task;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Processes of this same program. */
public final class Jvm {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final long PATIENCE_IN_MINUTES = 30;

    private Jvm() {}

    public static List<String> command(Platform platform, String heap, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(platform.java().toString());
        command.add("-Xmx" + heap);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Does a job in a new process. */
    public static JsonNode client(Task task, Job job, String heap) throws IOException, InterruptedException {
        return client(Platform.OWN, task, job, heap);
    }

    /** Does a job in a new process on this platform. */
    public static JsonNode client(Platform platform, Task task, Job job, String heap)
            throws IOException, InterruptedException {
        Job mine = platform.conscrypt() ? job.withConscrypt() : job;
        Process process = new ProcessBuilder(command(platform, heap, "client", task.name()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            try (OutputStream in = process.getOutputStream()) {
                MAPPER.writeValue(in, mine);
            }
            JsonNode answer = MAPPER.readTree(process.getInputStream());
            if (!process.waitFor(PATIENCE_IN_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IOException("the client failed: " + job);
            }
            return answer;
        } finally {
            process.destroyForcibly();
        }
    }

    public static <T> T read(JsonNode node, Class<T> type) throws IOException {
        return MAPPER.treeToValue(node, type);
    }
}
