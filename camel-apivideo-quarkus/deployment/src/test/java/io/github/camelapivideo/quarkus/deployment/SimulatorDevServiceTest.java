// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatorDevServiceTest {

    @Test
    void freesItsPortAtTheEnd() throws Exception {
        SimulatorDevService service = new SimulatorDevService(0);
        service.start();
        int port = URI.create(service.getConnectionInfo()).getPort();
        service.close();

        try (SimulatorDevService again = new SimulatorDevService(port)) {
            again.start();
            assertThat(again.getConnectionInfo()).isEqualTo("http://127.0.0.1:" + port);
        }
    }

    @Test
    void leavesNothingBehindWithoutAClose(@TempDir Path folder) throws Exception {
        Process forgetful = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forgetful.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(forgetful.waitFor()).isZero();
        assertThat(folder).isEmptyDirectory();
    }

    static final class Forgetful {
        public static void main(String[] arguments) {
            new SimulatorDevService(0).start();
            System.exit(0);
        }
    }

    @Test
    void namesTheSettingIfItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SimulatorDevService service = new SimulatorDevService(taken.getLocalPort())) {
            assertThatThrownBy(service::start)
                    .hasMessageContaining("quarkus.camel-apivideo.devservices.port=" + taken.getLocalPort())
                    .hasRootCauseInstanceOf(BindException.class);
        }
    }

    @Test
    void meetsNoneOfTheApplicationsLibraries() throws Exception {
        try (SimulatorJar jar = SimulatorJar.open()) {
            String mapper = "com.fasterxml.jackson.databind.ObjectMapper";
            assertThat(jar.load(mapper)).isNotSameAs(Class.forName(mapper));
            assertThat(jar.load("org.slf4j.Logger")).isSameAs(org.slf4j.Logger.class);
        }
    }
}
