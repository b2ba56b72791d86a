// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.newsroom.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.example.newsroom.demo.Broker.Subscription;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.EncodingScript;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiVideoSimulatorExtension.class)
class RefuseTest extends Scene {

    private static final Map<String, String> REASONS_BY_DESCRIPTION = Map.of(
            "{\"title\": ", "story.json is no JSON",
            "{}", "story.json: title is missing",
            "null", "story.json is empty",
            "{\"title\": \"A\", \"import\": \"ftp://example.org/a.mp4\"}", "ftp",
            "{\"title\": \"A\", \"autor\": \"B\"}", "story.json: Unrecognized field \"autor\"",
            "{\"title\": \"A\", \"expires\": \"tomorrow\"}", "story.json: expires must be a time",
            "{\"title\": \"A\", \"expires\": \"2030-01-01T11:00:00Z\"}", "before it was published");

    @Test
    void movesStoriesWithAWrongDescriptionToTheFailedOnesAndSaysWhy(ApiVideoSimulator service) throws Exception {
        start(service);
        for (String description : REASONS_BY_DESCRIPTION.keySet()) {
            DroppedStory story = story(slug(description));
            story.video(1);
            story.drop(description);
        }

        for (String description : REASONS_BY_DESCRIPTION.keySet()) {
            assertFailed(slug(description), REASONS_BY_DESCRIPTION.get(description));
        }
        assertThat(service.videos()).isEmpty();
    }

    private static String slug(String description) {
        return "story-" + Integer.toHexString(description.hashCode());
    }

    @Test
    void refusesAStoryWithoutAVideoAndTellsTheTopicAndThePage(ApiVideoSimulator service) throws Exception {
        RunningNewsroom newsroom = start(service);
        Subscription topic = broker.subscribe("stories.refused");

        story("harbour-fire").drop(DESCRIPTION);

        String message = topic.next();
        assertThat(json(message).get("problem").asText()).startsWith("video.mp4 is missing");
        assertThat(shown(newsroom)).singleElement().isEqualTo(json(message));
        assertRefused(service, "video.mp4 is missing");
    }

    @Test
    void refusesCaptionsThatAreNotWebVttBeforeAnythingIsSent(ApiVideoSimulator service) throws Exception {
        start(service);
        DroppedStory story = story("harbour-fire").file("en.vtt", "1\n00:00 The harbour burns.\n");
        story.video(1);

        story.drop(DESCRIPTION);

        assertRefused(service, "WebVTT");
        assertThat(service.requests(RequestKind.CREATE)).isEmpty();
    }

    @Test
    void deletesTheImportOfAStoryWhoseCaptionsAreRefused(ApiVideoSimulator service) throws Exception {
        start(service);
        DroppedStory story = story("harbour-fire").file("en.vtt", "1\n00:00 The harbour burns.\n");

        story.drop("{\"title\": \"A\", \"import\": \"https://example.org/a.mp4\"}");

        assertRefused(service, "WebVTT");
        assertThat(service.deletedVideoIds()).hasSize(1);
    }

    @Test
    void deletesAVideoThatTheServiceRefuses(ApiVideoSimulator service) throws Exception {
        start(service);
        service.faults().on(RequestKind.SOURCE).part(3).then(Fault.problem(400, "uploaded-file-invalid-file"));
        DroppedStory story = story("harbour-fire");
        story.video(12);

        story.drop(DESCRIPTION);

        assertRefused(service, "uploaded-file-invalid-file");
    }

    @Test
    void deletesAVideoThatCannotBeEncoded(ApiVideoSimulator service) throws Exception {
        start(service, Map.of("newsroom.wait-interval", "100"));
        CountDownLatch encodingFails = new CountDownLatch(1);
        service.faults().on(RequestKind.STATUS).times(1).then(Fault.hold(encodingFails));
        DroppedStory story = story("harbour-fire");
        story.video(1);
        story.drop(DESCRIPTION);
        patiently().until(() -> service.faults().injected() == 1);

        service.encode(
                service.videos().get(0).videoId(), EncodingScript.ofHeight(720).failing());
        encodingFails.countDown();

        assertRefused(service, "encod");
    }

    @Test
    void refusesAFolderWhoseNameIsNoSlug(ApiVideoSimulator service) throws Exception {
        start(service);
        DroppedStory story = story("Harbour Fire");
        story.video(1);

        story.drop(DESCRIPTION);

        patiently()
                .until(() ->
                        failed("Harbour Fire").resolve("reason.txt").toFile().exists());
        assertThat(service.videos()).isEmpty();
    }

    @Test
    void theWrongCorrectionOfAPublishedStoryLeavesItPublished(ApiVideoSimulator service) throws Exception {
        RunningNewsroom newsroom = start(service);
        publish("harbour-fire", DESCRIPTION);
        String videoId = service.videos().get(0).videoId();
        service.faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));
        DroppedStory story = story("harbour-fire");
        story.video(2);

        story.drop(DESCRIPTION);

        patiently().until(() -> failed("harbour-fire").toFile().exists());
        assertThat(service.videos()).singleElement().satisfies(video -> assertThat(video.videoId())
                .isEqualTo(videoId));
        assertThat(isPublic(service, videoId)).isTrue();
        assertThat(shown(newsroom))
                .singleElement()
                .satisfies(shown -> assertThat(shown.get("state").asText()).isEqualTo("published"));
    }

    @Test
    void noStoryIsRefusedBecauseTheAccountIsSuspended(ApiVideoSimulator service) throws Exception {
        start(service);
        service.suspendAccount(true);
        DroppedStory story = story("harbour-fire");
        story.video(1);

        story.drop(DESCRIPTION);

        // The second refusal proves that the story is tried again.
        patiently().until(() -> refusals(service) >= 2);
        assertThat(story.folder()).exists();
        service.suspendAccount(false);
        patiently().until(() -> published("harbour-fire").toFile().exists());
        assertThat(failed("harbour-fire")).doesNotExist();
    }

    @Test
    void aStoryThatIsRetractedBeforeItIsPublishedIsNotPublished(ApiVideoSimulator service) throws Exception {
        start(service, Map.of("newsroom.wait-interval", "100"));
        CountDownLatch retracted = new CountDownLatch(1);
        service.faults().on(RequestKind.STATUS).times(1).then(Fault.hold(retracted));
        DroppedStory story = story("harbour-fire");
        story.video(1);
        story.drop(DESCRIPTION);
        patiently().until(() -> service.faults().injected() == 1);

        broker.send("stories.retract", "harbour-fire");
        patiently().until(() -> !service.deletedVideoIds().isEmpty());
        retracted.countDown();

        assertRefused(service, "404");
    }

    private static long refusals(ApiVideoSimulator service) {
        return service.requests().stream()
                .filter(request -> request.status() == 403)
                .count();
    }

    private void assertRefused(ApiVideoSimulator service, String reason) throws Exception {
        assertFailed("harbour-fire", reason);
        assertThat(service.videos()).isEmpty();
    }

    private void assertFailed(String slug, String reason) throws Exception {
        patiently().until(() -> failed(slug).toFile().exists());
        assertThat(failed(slug).resolve("reason.txt")).content().contains(reason);
        assertThat(folder.resolve("stories").resolve(slug)).doesNotExist();
    }
}
