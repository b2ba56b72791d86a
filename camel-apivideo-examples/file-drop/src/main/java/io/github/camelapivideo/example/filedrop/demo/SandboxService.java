// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.filedrop.demo;

import java.util.Map;
import java.util.Optional;

/** The real sandbox, as {@code application.properties} describes it. It does not say what arrived byte for byte. */
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
    public boolean tells() {
        return false;
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
