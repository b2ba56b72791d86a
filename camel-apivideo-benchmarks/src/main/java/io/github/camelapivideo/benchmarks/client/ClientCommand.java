// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** A measured process: reads its job, does it, prints a sample for each upload. */
@Command(name = "client", description = "One of the clients that are measured; its job comes as JSON on the input.")
public final class ClientCommand implements Callable<Integer> {

    @Override
    public Integer call() throws Exception {
        JsonMapper mapper = JsonMapper.builder().build();
        Job job = mapper.readValue(System.in, Job.class);
        Probe probe = new Probe();
        List<Sample> samples = new ArrayList<>();
        try (Uploader uploader = job.client().open(job)) {
            for (long length : job.uploads()) {
                probe.begin();
                uploader.upload(length);
                samples.add(probe.end(length));
            }
        }
        System.out.println(mapper.writeValueAsString(samples));
        return 0;
    }
}
