// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The simulator in this process, behind a line of limited speed. */
final class SimulatedService implements Service {

    private final ApiVideoSimulator simulator;
    private final SlowLine line;

    private SimulatedService(ApiVideoSimulator simulator, SlowLine line) {
        this.simulator = simulator;
        this.line = line;
    }

    /** @param bytesPerSecond the speed of each connection; 0 for full speed */
    static SimulatedService start(long bytesPerSecond) throws IOException {
        ApiVideoSimulator simulator = ApiVideoSimulator.builder().port(0).start();
        try {
            SlowLine line = bytesPerSecond == 0
                    ? null
                    : SlowLine.open(simulator.baseUri().getPort(), bytesPerSecond);
            return new SimulatedService(simulator, line);
        } catch (IOException e) {
            simulator.close();
            throw e;
        }
    }

    @Override
    public String description() {
        return "the simulator at " + simulator.baseUri() + (line == null ? "" : ", " + line);
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                "camel.component.apivideo.baseUri", baseUri().toString(),
                "camel.component.apivideo.apiKey", simulator.apiKey());
    }

    @Override
    public Optional<Received> received(String videoId) {
        return simulator
                .video(videoId)
                .filter(video -> video.complete())
                .map(video -> new Received(video.size(), video.sha256()));
    }

    @Override
    public boolean reports() {
        return true;
    }

    @Override
    public void close() {
        if (line != null) {
            line.close();
        }
        simulator.close();
    }

    private URI baseUri() {
        return line == null ? simulator.baseUri() : line.baseUri();
    }
}
