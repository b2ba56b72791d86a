// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Gives dev mode and tests a simulator of api.video, unless the application says by itself where its videos go. */
class DevServiceProcessor {

    @BuildStep(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
    void simulator(ApiVideoBuildTimeConfig config, BuildProducer<DevServicesResultBuildItem> services) {
        if (config.devservices().enabled() && !goesElsewhere(ConfigProvider.getConfig())) {
            services.produce(simulator(config.devservices()));
        }
    }

    private static boolean goesElsewhere(Config config) {
        return Stream.of(ComponentOption.values()).anyMatch(option -> option.isSet(config));
    }

    private static DevServicesResultBuildItem simulator(ApiVideoBuildTimeConfig.DevServices config) {
        return DevServicesResultBuildItem.<SimulatorDevService>owned()
                .feature(ApiVideoProcessor.FEATURE)
                .description("A simulator of api.video, in this JVM")
                .serviceConfig(config)
                .startable(() -> new SimulatorDevService(config.port()))
                .configProvider(wiring(ConfigProvider.getConfig()))
                .build();
    }

    static Map<String, Function<SimulatorDevService, String>> wiring(Config config) {
        Map<String, Function<SimulatorDevService, String>> wiring = new HashMap<>();
        // An empty value of the application hides ours under the same name.
        wiring.put(ComponentOption.BASE_URI.freeName(config), SimulatorDevService::getConnectionInfo);
        wiring.put(ComponentOption.API_KEY.freeName(config), SimulatorDevService::apiKey);
        return wiring;
    }
}
