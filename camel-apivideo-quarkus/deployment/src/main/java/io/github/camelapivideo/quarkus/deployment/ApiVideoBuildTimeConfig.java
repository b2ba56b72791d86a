// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the build, of dev mode and of tests; the component itself is configured as {@code camel.component.apivideo.*}. */
@ConfigMapping(prefix = "quarkus.camel-apivideo")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface ApiVideoBuildTimeConfig {

    /**
     * The Dev Service.
     */
    DevServices devservices();

    /** The simulator of api.video that dev mode and tests get. */
    interface DevServices {

        /**
         * Whether dev mode and tests get a simulator of api.video. They get none in any case if the component has an API
         * key, an upload token or a base URI.
         */
        @WithDefault("true")
        boolean enabled();

        /**
         * Where the simulator listens, on loopback; 0 for any free port. With a port of its own, the links to videos stay
         * good for as long as dev mode runs.
         */
        @WithDefault("0")
        int port();
    }
}
