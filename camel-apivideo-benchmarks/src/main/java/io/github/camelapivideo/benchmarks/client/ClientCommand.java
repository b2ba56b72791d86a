// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A measured process: reads its job, does it, prints what it took. */
@Command(name = "client", description = "One of the clients that are measured; its job comes as JSON on the input.")
public final class ClientCommand implements Callable<Integer> {

    @Parameters(description = "What to do with the job.")
    private Task task;

    @Override
    public Integer call() throws Exception {
        JsonMapper mapper = JsonMapper.builder().build();
        Job job = mapper.readValue(System.in, Job.class);
        System.out.println(mapper.writeValueAsString(task.run(job)));
        return 0;
    }
}
