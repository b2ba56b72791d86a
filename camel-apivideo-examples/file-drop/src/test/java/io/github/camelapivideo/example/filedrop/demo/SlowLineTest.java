// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.example.filedrop.demo.SlowLine.Pace;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SlowLineTest {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    void passesOnWhatComesFromBothSides() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SlowLine line = SlowLine.open(server.getLocalPort(), 1 << 20);
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), line.baseUri().getPort());
                Socket served = server.accept()) {
            client.getOutputStream().write(new byte[] {1, 2, 3});
            assertThat(served.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);

            served.getOutputStream().write(new byte[] {4, 5});
            assertThat(client.getInputStream().readNBytes(2)).containsExactly(4, 5);
        }
    }

    @Test
    void endsOneSideWithTheOther() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                SlowLine line = SlowLine.open(server.getLocalPort(), 1 << 20);
                Socket client = new Socket(
                        InetAddress.getLoopbackAddress(), line.baseUri().getPort())) {
            server.accept().close();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void waitsAsLongAsTheBytesTake() {
        Pace pace = new Pace(1000);
        pace.pauseAfter(0, SECOND);

        assertThat(pace.pauseAfter(500, SECOND)).isBetween(SECOND * 48 / 100, SECOND / 2);
        assertThat(pace.pauseAfter(500, SECOND)).isBetween(SECOND * 98 / 100, SECOND);
    }

    @Test
    void doesNotSaveUpIdleTime() {
        Pace pace = new Pace(1000);
        pace.pauseAfter(500, SECOND);

        assertThat(pace.pauseAfter(500, 60 * SECOND)).isBetween(SECOND * 48 / 100, SECOND / 2);
    }
}
