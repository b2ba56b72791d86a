// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.example.newsroom.demo.Broker.Subscription;
import io.github.camelapivideo.example.testing.SentParts;
import io.github.camelapivideo.example.testing.TestVideo;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.awt.Color;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiVideoSimulatorExtension.class)
class PublishTest extends Scene {

    @Test
    void publishesADroppedStoryWithItsFilesAndTellsTheTopic(ApiVideoSimulator service) throws Exception {
        RunningNewsroom newsroom = start(service);
        Subscription topic = broker.subscribe("stories.published");
        DroppedStory story =
                story("harbour-fire").file("en.vtt", CAPTION).file("fr.vtt", CAPTION.replace(".\n", "!\n"));
        Picture.draw(story.folder().resolve("picture.jpg"), Color.GRAY);
        byte[] picture = Files.readAllBytes(story.folder().resolve("picture.jpg"));
        TestVideo video = story.video(12);

        story.drop(
                "{\"title\": \"The harbour burns\", \"tags\": [\"fire\"], \"expires\": \"2031-01-01T01:00:00+01:00\"}");

        JsonNode message = json(topic.next());
        ReceivedVideo received = only(service);
        assertThat(message.get("slug").asText()).isEqualTo("harbour-fire");
        assertThat(message.get("videoId").asText()).isEqualTo(received.videoId());
        assertThat(message.get("expires").asText()).isEqualTo("2031-01-01T00:00:00Z");
        assertThat(received.sha256()).isEqualTo(video.sha256());
        assertThat(received.title()).isEqualTo("The harbour burns");
        assertThat(received.creation().get("tags").toString()).isEqualTo("[fire]");
        assertThat(resource(service, received, "captions/en")).asString(UTF_8).isEqualTo(CAPTION);
        assertThat(resource(service, received, "captions/fr")).asString(UTF_8).endsWith("burns!\n");
        assertThat(resource(service, received, "thumbnail")).isEqualTo(picture);
        assertThat(isPublic(service, received.videoId())).isTrue();
        patiently().until(() -> published("harbour-fire").toFile().exists());
        assertThat(story.folder()).doesNotExist();
        assertThat(shown(newsroom)).singleElement().isEqualTo(message);
    }

    @Test
    void aStoryIsPrivateUntilAnEventTellsThatItCanBePlayed(ApiVideoSimulator service) throws Exception {
        CountDownLatch encodingIsSlow = new CountDownLatch(1);
        service.faults().on(RequestKind.STATUS).times(1).then(Fault.hold(encodingIsSlow));
        DroppedStory story = story("harbour-fire");
        story.video(1);
        story.drop(DESCRIPTION);
        start(service, Map.of("newsroom.wait-interval", "1h"));
        patiently().until(() -> service.faults().injected() == 1);
        String videoId = only(service).videoId();
        service.encode(videoId, EncodingScript.ofHeight(720).later(Duration.ofHours(1)));
        encodingIsSlow.countDown();
        patiently().until(() -> !service.requests(RequestKind.STATUS).isEmpty());
        assertThat(isPublic(service, videoId)).isFalse();

        service.encode(videoId, EncodingScript.ofHeight(720));
        // A quality of which no event has come yet
        service.webhooks()
                .emit(
                        "video.encoding.quality.completed",
                        Map.of("videoId", videoId, "encoding", "hls", "quality", "1080p"));

        patiently().until(() -> isPublic(service, videoId));
    }

    @Test
    void continuesAfterARestartWithoutASecondVideo(ApiVideoSimulator service) throws Exception {
        service.faults().on(RequestKind.SOURCE).part(3).then(Fault.status(503));
        DroppedStory story = story("harbour-fire");
        TestVideo video = story.video(12);
        story.drop(DESCRIPTION);
        RunningNewsroom first = start(service);
        patiently()
                .until(() ->
                        SentParts.taken(service).size() == 2 && service.faults().injected() > 0);
        first.close();
        String begun = only(service).videoId();
        service.faults().clear();

        start(service);

        patiently().until(() -> published("harbour-fire").toFile().exists());
        assertThat(only(service).videoId()).isEqualTo(begun);
        assertThat(only(service).sha256()).isEqualTo(video.sha256());
        assertThat(SentParts.taken(service)).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(isPublic(service, begun)).isTrue();
    }

    @Test
    void aStoryWaitsInItsFolderWhileTheServiceIsDownOrBusy(ApiVideoSimulator service) throws Exception {
        service.faults().on(RequestKind.CREATE).times(1).then(Fault.status(503));
        service.faults().on(RequestKind.CREATE).times(1).then(Fault.status(429));
        start(service, Map.of("camel.component.apivideo.maxRetries", "0"));
        DroppedStory story = story("harbour-fire");
        story.video(1);

        story.drop(DESCRIPTION);

        patiently().until(() -> published("harbour-fire").toFile().exists());
        assertThat(service.requests(RequestKind.CREATE))
                .extracting(RecordedRequest::status)
                .containsExactly(503, 429, 201);
        assertThat(failed("harbour-fire")).doesNotExist();
    }

    @Test
    void importsTheVideoOfAStoryThatNamesAUrlAndSendsItsFiles(ApiVideoSimulator service) throws Exception {
        start(service);
        DroppedStory story = story("moon").file("pt-BR.vtt", CAPTION);
        Picture.draw(story.folder().resolve("picture.jpg"), Color.GRAY);

        story.drop("{\"title\": \"The moon\", \"import\": \"https://example.org/moon.mp4?signature=abc\"}");

        patiently().until(() -> published("moon").toFile().exists());
        ReceivedVideo received = only(service);
        assertThat(received.creation()).containsEntry("source", "https://example.org/moon.mp4?signature=abc");
        assertThat(received.creation()).containsEntry("public", false);
        assertThat(resource(service, received, "captions/pt-BR"))
                .asString(UTF_8)
                .isEqualTo(CAPTION);
        assertThat(resource(service, received, "thumbnail")).isNotEmpty();
    }

    @Test
    void continuesAnImportAfterARestart(ApiVideoSimulator service) throws Exception {
        service.faults().on(RequestKind.STATUS).then(Fault.status(503));
        DroppedStory story = story("moon");
        story.drop("{\"title\": \"The moon\", \"import\": \"https://example.org/moon.mp4\"}");
        RunningNewsroom first = start(service);
        patiently().until(() -> !service.requests(RequestKind.STATUS).isEmpty());
        first.close();
        service.faults().clear();

        start(service);

        patiently().until(() -> published("moon").toFile().exists());
        assertThat(service.videos()).hasSize(1);
        assertThat(service.deletedVideoIds()).isEmpty();
    }

    @Test
    void aStoryWithACorrectedTitleTakesThePlaceOfTheOneBefore(ApiVideoSimulator service) throws Exception {
        RunningNewsroom newsroom = start(service);
        publish("harbour-fire", DESCRIPTION);
        String before = only(service).videoId();
        DroppedStory corrected = story("harbour-fire");
        TestVideo sameVideo = corrected.video(1);

        corrected.drop("{\"title\": \"The harbour burned\"}");

        patiently().until(() -> service.deletedVideoIds().contains(before));
        assertThat(only(service).sha256()).isEqualTo(sameVideo.sha256());
        assertThat(only(service).title()).isEqualTo("The harbour burned");
        assertThat(shown(newsroom))
                .singleElement()
                .satisfies(shown -> assertThat(shown.get("title").asText()).isEqualTo("The harbour burned"));
    }

    @Test
    void aStoryWithACorrectedVideoTakesThePlaceOfTheOneBefore(ApiVideoSimulator service) throws Exception {
        start(service);
        DroppedStory first = story("harbour-fire");
        first.video(30);
        first.drop(DESCRIPTION);
        patiently().until(() -> published("harbour-fire").toFile().exists());
        ReceivedVideo before = only(service);
        DroppedStory corrected = story("harbour-fire");
        corrected.video(30);
        changeAByte(corrected.folder().resolve("video.mp4").toFile());

        corrected.drop(DESCRIPTION);

        patiently().until(() -> service.deletedVideoIds().contains(before.videoId()));
        assertThat(only(service).size()).isEqualTo(before.size());
        assertThat(only(service).sha256()).isNotEqualTo(before.sha256());
    }

    private static void changeAByte(File video) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(video, "rw")) {
            bytes.seek(5_555_555);
            int before = bytes.read();
            bytes.seek(5_555_555);
            bytes.write(~before);
        }
    }

    @Test
    void aStoryWithANewLanguageTakesThePlaceOfTheOneBefore(ApiVideoSimulator service) throws Exception {
        RunningNewsroom newsroom = start(service);
        publish("harbour-fire", DESCRIPTION);
        String before = only(service).videoId();
        DroppedStory corrected = story("harbour-fire").file("en.vtt", CAPTION);
        corrected.video(1);

        corrected.drop(DESCRIPTION);

        patiently().until(() -> service.deletedVideoIds().contains(before));
        assertThat(resource(service, only(service), "captions/en"))
                .asString(UTF_8)
                .isEqualTo(CAPTION);
        assertThat(shown(newsroom)).singleElement().satisfies(shown -> assertThat(
                        shown.get("languages").toString())
                .isEqualTo("[\"en\"]"));
    }

    private static ReceivedVideo only(ApiVideoSimulator service) {
        assertThat(service.videos()).hasSize(1);
        return service.videos().get(0);
    }

    private static byte[] resource(ApiVideoSimulator service, ReceivedVideo video, String name) {
        return service.resource("/videos/" + video.videoId() + "/" + name)
                .map(ReceivedFile::bytes)
                .orElseThrow();
    }
}
