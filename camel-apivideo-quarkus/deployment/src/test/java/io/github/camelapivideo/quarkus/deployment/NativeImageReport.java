// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.builder.BuildStep;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts into the application what the build would tell a native image. Build and test have class loaders of their own, so
 * it travels as resources.
 */
final class NativeImageReport implements Consumer<BuildChainBuilder>, BuildStep {

    static final String REFLECTIVE = "native-image-reflective.txt";
    static final String LOADABLE = "native-image-loadable.txt";
    static final String RESOURCES = "native-image-resources.txt";

    @Override
    public void accept(BuildChainBuilder chain) {
        chain.addBuildStep(this)
                .consumes(ReflectiveClassBuildItem.class)
                .consumes(NativeImageResourceBuildItem.class)
                .produces(GeneratedResourceBuildItem.class)
                .build();
    }

    @Override
    public void execute(BuildContext build) {
        report(
                build,
                REFLECTIVE,
                build.consumeMulti(ReflectiveClassBuildItem.class).stream()
                        .filter(item -> item.isMethods())
                        .flatMap(item -> item.getClassNames().stream()));
        report(
                build,
                LOADABLE,
                build.consumeMulti(ReflectiveClassBuildItem.class).stream()
                        .flatMap(item -> item.getClassNames().stream()));
        report(
                build,
                RESOURCES,
                build.consumeMulti(NativeImageResourceBuildItem.class).stream()
                        .flatMap(item -> item.getResources().stream()));
    }

    private static void report(BuildContext build, String name, Stream<String> lines) {
        build.produce(new GeneratedResourceBuildItem(
                name, lines.collect(Collectors.joining("\n")).getBytes(StandardCharsets.UTF_8)));
    }
}
