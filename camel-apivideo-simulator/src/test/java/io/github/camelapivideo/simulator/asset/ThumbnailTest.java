// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.asset;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThumbnailTest {

    private static final int LARGEST = 8 * TestBytes.MIB;

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String videoId = client.create("thumbnail");
    private final String path = "/videos/" + videoId + "/thumbnail";

    private Client.Answer upload(String fileName, byte[] content) {
        return client.upload(path, null, MultipartForm.form().file("file", fileName, content));
    }

    private Client.Answer delivered() {
        return fixture.anonymous().get("/vod/" + videoId + "/thumbnail.jpg");
    }

    @ParameterizedTest
    @CsvSource({"a.jpg, image/jpeg", "a.JPEG, image/jpeg", "a.b.png, image/png", "a.webp, image/webp"})
    void deliversTheImageThatWasUploaded(String fileName, String type) {
        byte[] image = TestBytes.some(100);

        Client.Answer uploaded = upload(fileName, image);

        assertThat(uploaded.status()).isEqualTo(200);
        assertThat(uploaded.text("videoId")).isEqualTo(videoId);
        assertThat(simulator.resource(path).orElseThrow().sha256()).isEqualTo(TestBytes.sha256(image));
        assertThat(delivered().http().body()).isEqualTo(image);
        assertThat(delivered().header("Content-Type")).isEqualTo(type);
    }

    @Test
    void refusesAnImageOfAnotherKind() {
        for (String fileName : new String[] {"a.gif", "a.jpg.exe", "jpg.", "noname"}) {
            assertProblem(upload(fileName, TestBytes.some(10)), 400, "uploaded-file-extension-invalid", "file");
        }
        assertThat(simulator.resource(path)).isEmpty();
    }

    @Test
    void refusesAnImageThatIsTooLarge() {
        assertThat(upload("a.jpg", new byte[LARGEST]).status()).isEqualTo(200);
        assertProblem(upload("a.jpg", new byte[LARGEST + 1]), 400, "uploaded-file-too-large", "file");
        assertProblem(upload("a.jpg", new byte[0]), 400, "uploaded-file-empty", "file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00:01:00", "100:00:01", "00:00:05.00", "00:00:05.000", "00:00:05:12", "0", "3600"})
    void picksAPictureByItsTime(String timecode) {
        upload("a.png", TestBytes.some(10));

        Client.Answer picked = client.patch(path, "{\"timecode\":\"" + timecode + "\"}");

        assertThat(picked.status()).isEqualTo(200);
        assertThat(picked.text("videoId")).isEqualTo(videoId);
        assertThat(simulator.thumbnailTimecode(videoId)).hasValue(timecode);
        assertThat(simulator.resource(path)).isEmpty();
        assertThat(delivered().http().body()).startsWith(0xFF, 0xD8);
    }

    @Test
    void forgetsThePickedTimeWhenAnImageIsUploaded() {
        client.patch(path, "{\"timecode\":\"5\"}");
        upload("a.png", TestBytes.some(10));

        assertThat(simulator.thumbnailTimecode(videoId)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5s\"", "\"1:00\"", "\"00:61:00\"", "5", "\"-1\"", "\"00:00:05.\""})
    void refusesATimeOfAnotherForm(String timecode) {
        assertProblem(client.patch(path, "{\"timecode\":" + timecode + "}"), 400, "invalid-attribute", "timecode");
    }

    @Test
    void refusesAnIncompletePick() {
        assertProblem(client.patch(path, "{}"), 400, "attribute-required", "timecode");
        assertProblem(client.patch(path, "{\"timecode\":\"\"}"), 400, "attribute-required", "timecode");
        assertProblem(client.patch(path, "{\"timecode\":\"1\",\"x\":1}"), 400, "invalid-attribute", "x");
    }

    @Test
    void refusesTheThumbnailOfAnUnknownVideo() {
        assertProblem(
                client.upload(
                        "/videos/vi0/thumbnail", null, MultipartForm.form().file("file", "a.jpg", new byte[1])),
                404,
                "resource-not-found",
                "videoId");
        assertProblem(
                client.patch("/videos/vi0/thumbnail", "{\"timecode\":\"1\"}"), 404, "resource-not-found", "videoId");
        assertThat(simulator.requests(RequestKind.THUMBNAIL)).hasSize(2);
    }
}
