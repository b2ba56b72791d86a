// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.util.Map;
import java.util.Optional;

/** The real sandbox. It does not report the SHA-256 of what it received. */
final class SandboxService implements Service {

    @Override
    public String description() {
        return "the sandbox of api.video";
    }

    @Override
    public Map<String, String> properties() {
        return Map.of();
    }

    @Override
    public Optional<Received> received(String videoId) {
        return Optional.empty();
    }

    @Override
    public boolean reports() {
        return false;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
