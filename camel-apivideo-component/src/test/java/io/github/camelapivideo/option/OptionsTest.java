// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.Clip;
import io.github.camelapivideo.api.Metadata;
import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.api.VideoCreation;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @Test
    void everyOptionReachesTheContainer() {
        String watermarkId = fixture.simulator().createWatermark();
        Map<String, Object> creation = creation(
                "title=A title&description=A description&tags=red,green&metadata.author=Jo&public=false&panoramic=true"
                        + "&mp4Support=false&playerId=pl123&language=no&transcript=true&transcriptSummary=true"
                        + "&transcriptSummaryAttributes=abstract,takeaways&clip.startTimecode=00:00:01"
                        + "&clip.endTimecode=00:00:05&watermark.bottom=10px&watermark.id=" + watermarkId,
                Map.of());

        assertThat(creation)
                .containsEntry("title", "A title")
                .containsEntry("description", "A description")
                .containsEntry("tags", List.of("red", "green"))
                .containsEntry("metadata", List.of(Map.of("key", "author", "value", "Jo")))
                .containsEntry("public", false)
                .containsEntry("panoramic", true)
                .containsEntry("mp4Support", false)
                .containsEntry("playerId", "pl123")
                .containsEntry("language", "no")
                .containsEntry("transcript", true)
                .containsEntry("transcriptSummary", true)
                .containsEntry("transcriptSummaryAttributes", List.of("abstract", "takeaways"))
                .containsEntry("clip", Map.of("startTimecode", "00:00:01", "endTimecode", "00:00:05"))
                .containsEntry("watermark", Map.of("id", watermarkId, "bottom", "10px"));
    }

    @Test
    void leavesUnsetOptionsToTheService() {
        assertThat(creation("title=x", Map.of())).containsOnlyKeys("title");
    }

    @Test
    void textOptionsAreSimpleLanguage() {
        Map<String, Object> creation = creation(
                "title=${file:onlyname.noext}&tags=${header.kind},fixed&metadata.key=${header.kind}-1"
                        + "&description=${header.missing}",
                Map.of(Exchange.FILE_NAME, "in/holiday.mp4", "kind", "summer"));
        assertThat(creation)
                .containsEntry("title", "holiday")
                .containsEntry("tags", List.of("summer", "fixed"))
                .containsEntry("metadata", List.of(Map.of("key", "key", "value", "summer-1")))
                .doesNotContainKey("description");
    }

    @Test
    void whatAMessageCarriesIsNeverEvaluated() {
        String code = "${bean:type:java.lang.System?method=exit(1)}";
        assertThat(creation("", Map.of(ApiVideoConstants.TITLE, code))).containsEntry("title", code);
    }

    @Test
    void aHeaderWinsOverAnOption() {
        Map<String, Object> creation = creation(
                "title=option&tags=option&public=true&metadata.a=option&language=en",
                Map.of(
                        ApiVideoConstants.TITLE,
                        "header",
                        ApiVideoConstants.TAGS,
                        List.of("header", "with, comma"),
                        ApiVideoConstants.PUBLIC,
                        "false",
                        ApiVideoConstants.METADATA,
                        Map.of("b", 7)));
        assertThat(creation)
                .containsEntry("title", "header")
                .containsEntry("tags", List.of("header", "with, comma"))
                .containsEntry("public", false)
                .containsEntry("metadata", List.of(Map.of("key", "b", "value", "7")))
                .containsEntry("language", "en");
    }

    @Test
    void theCreationHeaderSetsThemAllAndASingleHeaderWinsOverIt() {
        VideoCreation typed = new VideoCreation(
                "typed",
                "typed",
                false,
                null,
                null,
                null,
                null,
                List.of(new Metadata("k", "v")),
                new Clip("00:00:01", null),
                null,
                null,
                null,
                null,
                null);
        assertThat(creation(
                        "title=option&playerId=option",
                        Map.of(ApiVideoConstants.CREATION, typed, ApiVideoConstants.TITLE, "single")))
                .containsEntry("title", "single")
                .containsEntry("description", "typed")
                .containsEntry("public", false)
                .containsEntry("metadata", List.of(Map.of("key", "k", "value", "v")))
                .containsEntry("clip", Map.of("startTimecode", "00:00:01"))
                .containsEntry("playerId", "option");
        assertThat(creation("title=option", Map.of(ApiVideoConstants.CREATION, Map.of("title", "map", "tags", "a,b"))))
                .containsEntry("title", "map")
                .containsEntry("tags", List.of("a", "b"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theCreationHeaderMayBeJsonText(boolean bytes) {
        String json =
                "{\"title\": \"json\", \"public\": false, \"tags\": [\"a\", \"b, c\"], \"metadata\": {\"k\": \"v\", \"n\": 7},"
                        + " \"clip\": {\"startTimecode\": \"00:00:01\"}, \"playerId\": null}";
        Object header = bytes ? json.getBytes(StandardCharsets.UTF_8) : json;
        assertThat(creation("playerId=option", Map.of(ApiVideoConstants.CREATION, header)))
                .containsEntry("title", "json")
                .containsEntry("public", false)
                .containsEntry("tags", List.of("a", "b, c"))
                .containsEntry("metadata", List.of(Map.of("key", "k", "value", "v"), Map.of("key", "n", "value", "7")))
                .containsEntry("clip", Map.of("startTimecode", "00:00:01"))
                .containsEntry("playerId", "option");
    }

    @Test
    void aTextInTheCreationHeaderMayBeOfAnyTypeThatCamelConverts() {
        String watermarkId = fixture.simulator().createWatermark();
        assertThat(creation(
                        "",
                        Map.of(
                                ApiVideoConstants.CREATION,
                                Map.of(
                                        "title",
                                        new StringBuilder("built"),
                                        "mp4Support",
                                        "false",
                                        "tags",
                                        new Object[] {1, "b"},
                                        "clip",
                                        new Clip("00:00:01", null),
                                        "watermark",
                                        Map.of("id", watermarkId, "top", new StringBuilder("1px"))))))
                .containsEntry("title", "built")
                .containsEntry("mp4Support", false)
                .containsEntry("tags", List.of("1", "b"))
                .containsEntry("clip", Map.of("startTimecode", "00:00:01"))
                .containsEntry("watermark", Map.of("id", watermarkId, "top", "1px"));
    }

    @Test
    void withoutATitleTheFileNameIsTheTitle() {
        TestVideo video = TestVideo.of(10);
        Exchange exchange = fixture.upload("", video.file(folder, "köln & \"zürich\".mp4"));
        assertThat(fixture.received(exchange).title()).isEqualTo("köln & \"zürich\".mp4");
        assertThat(creation("", Map.of("CamelAwsS3Key", "movies/2026/launch.mov")))
                .containsEntry("title", "launch.mov");
        assertThat((String) creation("", Map.of()).get("title"))
                .matches("Untitled video \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    }

    @Test
    void aFileNameArrivesIntactAndCannotBreakOutOfTheForm() {
        for (String name : List.of("plain.mp4", "köln 映画.mp4", "a\"b.mp4", "100%.mp4", "a;filename=b.mp4")) {
            fixture.upload("", TestVideo.of(10).bytes(), Map.of(ApiVideoConstants.FILE_NAME, name));
            assertThat(lastFileName()).isEqualTo(name);
        }
        fixture.upload("", TestVideo.of(10).bytes(), Map.of(ApiVideoConstants.FILE_NAME, "../../a\r\nX: y\0.mp4"));
        assertThat(lastFileName()).isEqualTo("a__X: y_.mp4");
    }

    private String lastFileName() {
        return fixture.parts().get(fixture.parts().size() - 1).fileName();
    }

    @Test
    void fillsAnExistingContainer() {
        TestVideo video = TestVideo.of(10);
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .times(1)
                .then(io.github.camelapivideo.simulator.fault.Fault.problem(400, "uploaded-file-invalid-file"));
        fixture.upload("onFailure=keep", video.bytes());
        String videoId = fixture.simulator().videos().get(0).videoId();

        fixture.assertArrived(fixture.upload("videoId=" + videoId, video.bytes()), video);

        assertThat(fixture.simulator().videos()).hasSize(1);
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).hasSize(1);
    }

    @Test
    void answersTheVideoAndKeepsOtherHeaders() {
        Exchange exchange = fixture.upload("title=x", TestVideo.of(10).bytes(), Map.of("mine", "stays"));

        Video video = exchange.getMessage().getBody(Video.class);
        assertThat(video.title()).isEqualTo("x");
        assertThat(exchange.getMessage().getHeaders())
                .containsEntry(ApiVideoConstants.VIDEO_ID, video.videoId())
                .containsEntry(ApiVideoConstants.PLAYER_URL, video.assets().player())
                .containsEntry(ApiVideoConstants.HLS_URL, video.assets().hls())
                .containsEntry(ApiVideoConstants.MP4_URL, video.assets().mp4())
                .containsEntry(ApiVideoConstants.THUMBNAIL_URL, video.assets().thumbnail())
                .containsEntry(ApiVideoConstants.BYTES, 10L)
                .containsEntry(ApiVideoConstants.PARTS, 1)
                .containsEntry("mine", "stays");
    }

    @Test
    void theAnswerConvertsToJsonTextStreamAndMap() throws Exception {
        Exchange exchange =
                fixture.upload("title=x&public=false", TestVideo.of(10).bytes());
        Video video = exchange.getMessage().getBody(Video.class);
        String json = exchange.getMessage().getBody(String.class);
        assertThat(json).contains("\"videoId\":\"" + video.videoId() + "\"").contains("\"public\":false");
        try (InputStream stream = exchange.getMessage().getBody(InputStream.class)) {
            assertThat(new String(stream.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(json);
        }
        Map<?, ?> map = exchange.getMessage().getBody(Map.class);
        assertThat(map.get("videoId")).isEqualTo(video.videoId());
        assertThat(map.get("public")).isEqualTo(false);
    }

    private Map<String, Object> creation(String options, Map<String, Object> headers) {
        ReceivedVideo received =
                fixture.received(fixture.upload(options, TestVideo.of(10).bytes(), headers));
        Map<String, Object> creation = new HashMap<>(received.creation());
        creation.computeIfPresent("metadata", (name, entries) -> withoutMarks((List<?>) entries));
        return creation;
    }

    private static List<?> withoutMarks(List<?> metadata) {
        List<?> wanted = metadata.stream()
                .filter(entry -> !((Map<?, ?>) entry).get("key").toString().startsWith("camel-apivideo-"))
                .toList();
        assertThat(wanted).hasSize(metadata.size() - 1);
        return wanted.isEmpty() ? null : wanted;
    }
}
