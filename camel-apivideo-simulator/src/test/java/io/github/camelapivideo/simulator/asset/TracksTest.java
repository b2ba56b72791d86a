// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.asset;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Captions and chapters. */
class TracksTest {

    private static final byte[] VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n".getBytes(StandardCharsets.UTF_8);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private ApiVideoSimulator simulator = fixture.simulator();
    private Client client = fixture.client();
    private String videoId = client.create("tracks");

    private Client.Answer upload(String kind, String language, String fileName, byte[] content) {
        return client.upload(
                "/videos/" + videoId + "/" + kind + "/" + language,
                null,
                MultipartForm.form().file("file", fileName, content));
    }

    private JsonNode list(String kind) {
        return client.get("/videos/" + videoId + "/" + kind).body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"captions", "chapters"})
    void keepsAndDeliversWhatWasUploaded(String kind) {
        String path = "/videos/" + videoId + "/" + kind + "/fr-CA";

        Client.Answer uploaded = upload(kind, "fr-CA", "Subtitles.VTT", VTT);

        assertThat(uploaded.status()).isEqualTo(200);
        assertThat(uploaded.text("uri")).isEqualTo(path);
        assertThat(uploaded.text("src")).isEqualTo(simulator.baseUri() + "/vod" + path.substring(7) + ".vtt");
        ReceivedFile file = simulator.resource(path).orElseThrow();
        assertThat(file.fileName()).isEqualTo("Subtitles.VTT");
        assertThat(file.bytes()).isEqualTo(VTT);
        assertThat(file.size()).isEqualTo(VTT.length);
        assertThat(file.sha256()).isEqualTo(TestBytes.sha256(VTT));
        Client.Answer delivered = fixture.anonymous().get("/vod" + path.substring(7) + ".vtt");
        assertThat(delivered.http().body()).isEqualTo(VTT);
        assertThat(delivered.header("Content-Type")).isEqualTo("text/vtt");
        assertThat(client.get(path).body()).isEqualTo(uploaded.body());
    }

    @Test
    void describesCaptions() {
        Client.Answer caption = upload("captions", "fr", "c.vtt", VTT);

        assertThat(caption.text("srclang")).isEqualTo("fr");
        assertThat(caption.text("languageName")).isEqualTo("French");
        assertThat(caption.body().path("default").asBoolean(true)).isFalse();
        assertThat(caption.body().has("language")).isFalse();
    }

    @Test
    void describesChapters() {
        Client.Answer chapter = upload("chapters", "fr", "c.vtt", VTT);

        assertThat(chapter.text("language")).isEqualTo("fr");
        assertThat(chapter.body().has("srclang")).isFalse();
        assertThat(chapter.body().has("default")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"captions", "chapters"})
    void listsInPages(String kind) {
        Stream.of("a", "b", "c", "d")
                .flatMap(first -> Stream.of("a", "b", "c").map(second -> first + second))
                .forEach(language -> upload(kind, language, "c.vtt", VTT));

        JsonNode list = client.get("/videos/" + videoId + "/" + kind + "?pageSize=10&currentPage=2")
                .body();

        assertThat(list.path("data").findValuesAsText("uri"))
                .hasSize(2)
                .last()
                .asString()
                .endsWith("/dc");
        assertThat(list.path("pagination").path("itemsTotal").asInt()).isEqualTo(12);
        assertProblem(
                client.get("/videos/" + videoId + "/" + kind + "?sortBy=createdAt"),
                400,
                "invalid-query-parameter",
                "sortBy");
        assertProblem(client.get("/videos/vi0/" + kind), 404, "resource-not-found", "videoId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"captions", "chapters"})
    void deletesOneLanguage(String kind) {
        String path = "/videos/" + videoId + "/" + kind + "/";
        upload(kind, "fr", "c.vtt", VTT);
        upload(kind, "en", "c.vtt", VTT);

        assertThat(client.delete(path + "fr").status()).isEqualTo(204);

        assertProblem(client.delete(path + "fr"), 404, "resource-not-found", "language");
        assertProblem(client.get(path + "fr"), 404, "resource-not-found", "language");
        assertThat(fixture.anonymous()
                        .get("/vod/" + videoId + "/" + kind + "/fr.vtt")
                        .status())
                .isEqualTo(404);
        assertThat(simulator.resource(path + "fr")).isEmpty();
        assertThat(list(kind).path("data").findValuesAsText("uri")).containsExactly(path + "en");
    }

    @Test
    void makesACaptionTheOnlyDefault() {
        upload("captions", "fr", "c.vtt", VTT);
        upload("captions", "en", "c.vtt", VTT);
        String path = "/videos/" + videoId + "/captions/";

        client.patch(path + "fr", "{\"default\":true}");
        Client.Answer changed = client.patch(path + "en", "{\"default\":true}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body()).isEqualTo(client.get(path + "en").body());
        assertThat(list("captions").path("data").findValuesAsText("default")).containsExactly("false", "true");
        assertThat(client.patch(path + "en", "{\"default\":false}")
                        .body()
                        .path("default")
                        .asBoolean(true))
                .isFalse();
        assertThat(client.patch(path + "en", "{}").status()).isEqualTo(200);
        assertProblem(client.patch(path + "en", "{\"default\":1}"), 400, "invalid-attribute", "default");
        assertProblem(client.patch(path + "en", "{\"srclang\":\"de\"}"), 400, "invalid-attribute", "srclang");
        assertProblem(client.patch(path + "de", "{\"default\":true}"), 404, "resource-not-found", "language");
        assertProblem(client.patch("/videos/" + videoId + "/chapters/en", "{}"), 405, "method-not-allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "fr-CA", "zh-Hans-CN", "es-419", "en-001", "en-US-POSIX", "iw"})
    void acceptsLanguageTags(String language) {
        assertThat(upload("captions", language, "c.vtt", VTT).status()).isEqualTo(200);
        assertThat(upload("chapters", language, "c.vtt", VTT).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"french", "fr_CA", "f", "fr-", "fr%20", "1"})
    void refusesOtherLanguages(String language) {
        for (String kind : new String[] {"captions", "chapters"}) {
            String path = "/videos/" + videoId + "/" + kind + "/" + language;
            assertProblem(upload(kind, language, "c.vtt", VTT), 400, "invalid-attribute", "language");
            assertProblem(client.get(path), 400, "invalid-attribute", "language");
            assertProblem(client.delete(path), 400, "invalid-attribute", "language");
        }
        assertProblem(
                client.patch("/videos/" + videoId + "/captions/" + language, "{\"default\":true}"),
                400,
                "invalid-attribute",
                "language");
    }

    @Test
    void acceptsAMalformedText() {
        assertThat(upload("captions", "fr", "c.vtt", TestBytes.some(50)).status())
                .isEqualTo(200);
    }

    @Test
    void refusesAWrongFile() {
        Client.Answer srt = upload("captions", "fr", "c.srt", VTT);
        assertProblem(srt, 400, "uploaded-file-extension-invalid", "file");
        assertThat(srt.text("title")).contains("vtt");
        assertProblem(upload("captions", "fr", "vttx", VTT), 400, "uploaded-file-extension-invalid", "file");
        assertProblem(upload("captions", "fr", "c.vtt", new byte[0]), 400, "uploaded-file-empty", "file");
        assertProblem(
                client.upload("/videos/" + videoId + "/captions/fr", null, MultipartForm.form()),
                400,
                "uploaded-file-no-file");
        assertProblem(
                client.upload(
                        "/videos/" + videoId + "/captions/fr",
                        null,
                        MultipartForm.form().file("file", "a.vtt", VTT).file("other", "b.vtt", VTT)),
                400,
                "uploaded-file-multiple-files");
        assertThat(list("captions").path("data")).isEmpty();
    }

    @Test
    void replacesALanguage() {
        String path = "/videos/" + videoId + "/captions/fr";
        upload("captions", "fr", "c.vtt", VTT);
        client.patch(path, "{\"default\":true}");

        assertThat(upload("captions", "fr", "d.vtt", TestBytes.some(9)).status())
                .isEqualTo(200);

        assertThat(simulator.resource(path).orElseThrow().size()).isEqualTo(9);
        assertThat(list("captions").path("data").findValuesAsText("default")).containsExactly("true");
    }

    @Test
    void refusesASecondUploadByASwitch() throws IOException {
        fixture.restart(settings -> settings.refuseSecondTrack(true));
        simulator = fixture.simulator();
        client = fixture.client();
        videoId = client.create("tracks");
        upload("chapters", "fr", "c.vtt", VTT);

        assertProblem(upload("chapters", "fr", "d.vtt", TestBytes.some(9)), 400, "invalid-attribute", "language");

        assertThat(simulator
                        .resource("/videos/" + videoId + "/chapters/fr")
                        .orElseThrow()
                        .bytes())
                .isEqualTo(VTT);
        assertThat(upload("captions", "fr", "d.vtt", VTT).status()).isEqualTo(200);
    }

    @Test
    void forgetsTheFilesOfADeletedVideo() {
        upload("captions", "fr", "c.vtt", VTT);
        client.delete("/videos/" + videoId);

        assertThat(simulator.resource("/videos/" + videoId + "/captions/fr")).isEmpty();
        assertProblem(upload("captions", "fr", "c.vtt", VTT), 404, "resource-not-found", "videoId");
    }

    @Test
    void recordsUploadsAsNoPartsOfVideos() {
        simulator.faults().on().part(1).then(Fault.status(503));
        assertThat(upload("captions", "fr", "c.vtt", VTT).status()).isEqualTo(200);

        RecordedRequest request = simulator.requests(RequestKind.CAPTIONS).get(0);
        assertThat(request.fileName()).isEqualTo("c.vtt");
        assertThat(request.bodyBytes()).isEqualTo(VTT.length);
        assertThat(request.partNumber()).isZero();
        assertThat(request.videoId()).isEqualTo(videoId);
        assertThat(simulator.maxConcurrentUploads()).isZero();
    }

    @Test
    void keepsTheFileOfARequestThatWasRepeated() {
        simulator.faults().on("POST", "/videos/{videoId}/captions/{language}").then(Fault.repeatRequest());

        assertThat(upload("captions", "fr", "c.vtt", VTT).status()).isEqualTo(200);
        assertThat(simulator
                        .resource("/videos/" + videoId + "/captions/fr")
                        .orElseThrow()
                        .bytes())
                .isEqualTo(VTT);
    }
}
