// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.vertx.core.VertxOptions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiVideoSimulatorExtension.class)
class WorkersTest {

    @Test
    void stayWithTheirRequestForAsLongAsAnUploadTakes(ApiVideoSimulator simulator) {
        try (Server server = Server.start(simulator)) {
            VertxOptions options =
                    server.camel().getCamelContext().getRegistry().lookupByNameAndType("vertx", VertxOptions.class);
            assertThat(options.getWorkerPoolSize()).isEqualTo(100);
            assertThat(options.getMaxWorkerExecuteTimeUnit().convert(options.getMaxWorkerExecuteTime(), TimeUnit.DAYS))
                    .isEqualTo(7);
        }
    }
}
