// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import io.github.camelapivideo.api.UploadListener;
import io.quarkus.arc.deployment.UnremovableBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.ExtensionSslNativeSupportBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import java.nio.file.Path;
import java.util.List;
import org.apache.camel.quarkus.core.deployment.spi.CamelServiceBuildItem;
import org.jboss.jandex.ClassInfo;

/** Registers what a native image of the component needs. */
class ApiVideoProcessor {

    static final String FEATURE = "camel-apivideo";

    // Jackson reads and writes records of these packages, and no others.
    private static final List<String> JSON_PACKAGES = List.of(
            "io.github.camelapivideo.api",
            "io.github.camelapivideo.api.account",
            "io.github.camelapivideo.api.asset",
            "io.github.camelapivideo.internal.http");

    @BuildStep
    FeatureBuildItem feature() {
        return new FeatureBuildItem(FEATURE);
    }

    @BuildStep
    ExtensionSslNativeSupportBuildItem ssl() {
        return new ExtensionSslNativeSupportBuildItem(FEATURE);
    }

    @BuildStep
    IndexDependencyBuildItem index() {
        return new IndexDependencyBuildItem("io.github.camel-apivideo", "camel-apivideo-component");
    }

    @BuildStep
    ReflectiveClassBuildItem json(CombinedIndexBuildItem index) {
        String[] records = index.getIndex().getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .map(type -> type.name())
                .filter(name -> JSON_PACKAGES.contains(name.packagePrefix()))
                .map(Object::toString)
                .sorted()
                .toArray(String[]::new);
        return ReflectiveClassBuildItem.builder(records).methods().fields().build();
    }

    /** Camel Quarkus leaves every transformer to CloudEvents out of an application without its extension cloudevents. */
    @BuildStep
    CamelServiceBuildItem cloudEvents() {
        return new CamelServiceBuildItem(
                Path.of("META-INF/services/org/apache/camel/transformer/apivideo-application-cloudevents"),
                "io.github.camelapivideo.internal.event.CloudEventTransformer");
    }

    /** The registry of Camel is asked for them, and nothing injects them. */
    @BuildStep
    UnremovableBeanBuildItem listeners() {
        return UnremovableBeanBuildItem.beanTypes(UploadListener.class);
    }

    /** Whether they are there is asked by name. */
    @BuildStep
    ReflectiveClassBuildItem attachments() {
        return ReflectiveClassBuildItem.builder(
                        "jakarta.activation.DataHandler", "org.apache.camel.attachment.AttachmentMessage")
                .constructors(false)
                .build();
    }

    /** Whether a spooled file is Camel's own is read from these. */
    @BuildStep
    ReflectiveClassBuildItem spooledFiles() {
        String cache = "org.apache.camel.converter.stream.FileInputStreamCache";
        return ReflectiveClassBuildItem.builder(cache, cache + "$TempFileManager")
                .constructors(false)
                .fields()
                .build();
    }

    @BuildStep
    NativeImageResourceBuildItem mediaTypes() {
        return new NativeImageResourceBuildItem("org/apache/tika/mime/tika-mimetypes.xml");
    }

    @BuildStep
    NativeImageResourceBuildItem version() {
        return new NativeImageResourceBuildItem("io/github/camelapivideo/internal/http/build.properties");
    }
}
