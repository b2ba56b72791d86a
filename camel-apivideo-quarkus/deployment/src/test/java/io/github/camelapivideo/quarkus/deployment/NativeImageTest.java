// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.quarkus.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoComponent;
import io.github.camelapivideo.api.Clip;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.PlannedPart;
import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.api.Watermark;
import io.github.camelapivideo.api.account.LiveStream;
import io.github.camelapivideo.api.account.LiveStreamSettings;
import io.github.camelapivideo.api.account.Metrics;
import io.github.camelapivideo.api.account.Player;
import io.github.camelapivideo.api.account.PlayerTheme;
import io.github.camelapivideo.api.account.Restream;
import io.github.camelapivideo.api.account.Summary;
import io.github.camelapivideo.api.account.SummarySource;
import io.github.camelapivideo.api.account.Tag;
import io.github.camelapivideo.api.account.UploadToken;
import io.github.camelapivideo.api.account.Webhook;
import io.github.camelapivideo.api.asset.Caption;
import io.github.camelapivideo.api.asset.Chapter;
import io.github.camelapivideo.api.asset.WatermarkImage;
import io.quarkus.test.QuarkusUnitTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.component.http.HttpComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a native image would be told; whether that is enough, only a native build can show. */
class NativeImageTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(archive -> archive.addClasses(UploadRoute.class, NativeImageReport.class))
            .addBuildChainCustomizer(new NativeImageReport());

    @Test
    void mayReflectOnEveryRecordThatIsJson() throws IOException {
        assertThat(reported(NativeImageReport.REFLECTIVE))
                .contains(names(Video.class, VideoCreation.class, VideoStatus.class, PlannedPart.class))
                .contains(names(UploadToken.class, Player.class, PlayerTheme.class, Player.Assets.class))
                .contains(names(Webhook.class, Tag.class, Summary.class, SummarySource.class, Metrics.class))
                .contains(names(LiveStream.class, LiveStreamSettings.class, Restream.class, LiveStream.Assets.class))
                .contains(names(Caption.class, Chapter.class, WatermarkImage.class))
                .contains(names(UploadToken.class))
                .contains(names(Metadata.class, Clip.class, Watermark.class, Problem.class))
                .contains(names(Video.class.getDeclaredClasses()))
                .contains(names(VideoStatus.class.getDeclaredClasses()))
                .contains(
                        "io.github.camelapivideo.internal.http.AccessTokens$Grant",
                        "io.github.camelapivideo.internal.http.PageJson",
                        "io.github.camelapivideo.internal.http.PageJson$Pagination");
    }

    @Test
    void mayReflectOnTheComponents() throws IOException {
        // The options of camel-http are read from its component.
        assertThat(reported(NativeImageReport.REFLECTIVE))
                .contains(names(ApiVideoComponent.class, HttpComponent.class));
    }

    @Test
    void mayMakeTheTransformerToCloudEvents() throws IOException {
        assertThat(reported(NativeImageReport.REFLECTIVE))
                .contains("io.github.camelapivideo.internal.event.CloudEventTransformer");
    }

    @Test
    void hasTheVersionOfTheComponent() throws IOException {
        assertThat(reported(NativeImageReport.RESOURCES))
                .contains("io/github/camelapivideo/internal/http/build.properties");
    }

    @Test
    void hasTheMediaTypes() throws IOException {
        String types = "org/apache/tika/mime/tika-mimetypes.xml";
        assertThat(reported(NativeImageReport.RESOURCES)).contains(types);
        assertThat(ApiVideoComponent.class.getClassLoader().getResource(types)).isNotNull();
    }

    @Test
    void findsAttachmentsByName() throws IOException {
        assertThat(reported(NativeImageReport.LOADABLE))
                .contains("jakarta.activation.DataHandler", "org.apache.camel.attachment.AttachmentMessage");
    }

    @Test
    void mayAskWhoseASpooledFileIs() throws IOException {
        assertThat(reported(NativeImageReport.LOADABLE))
                .contains("org.apache.camel.converter.stream.FileInputStreamCache$TempFileManager");
    }

    private static String[] names(Class<?>... types) {
        return Arrays.stream(types).map(Class::getName).toArray(String[]::new);
    }

    private static List<String> reported(String name) throws IOException {
        try (InputStream report = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return new String(report.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
