// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.Specimens;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogosTest {

    private static final byte[] LOGO = Specimens.image(200, 100);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private final ApiVideoSimulator simulator = fixture.simulator();
    private final Client client = fixture.client();
    private final String playerId = client.post("/players", "{}").text("playerId");

    private Client.Answer upload(MultipartForm form) {
        return client.upload("/players/" + playerId + "/logo", null, form);
    }

    private static MultipartForm file(String name, byte[] bytes) {
        return MultipartForm.form().file("file", name, bytes);
    }

    @Test
    void uploadsALogoWithALink() {
        Client.Answer uploaded = upload(file("logo.PNG", LOGO).text("link", "https://example.com/"));

        assertThat(uploaded.status()).isEqualTo(201);
        assertThat(uploaded.body()).isEqualTo(client.get("/players/" + playerId).body());
        assertThat(uploaded.body().path("assets").path("link").asText()).isEqualTo("https://example.com/");
        assertThat(simulator
                        .resource("/players/" + playerId + "/logo")
                        .orElseThrow()
                        .bytes())
                .isEqualTo(LOGO);
        String path =
                URI.create(uploaded.body().path("assets").path("logo").asText()).getPath();
        Client.Answer image = fixture.anonymous().get(path);
        assertThat(image.http().body()).isEqualTo(LOGO);
        assertThat(image.header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void replacesALogo() {
        upload(file("logo.png", LOGO).text("link", "https://example.com/"));

        Client.Answer second = upload(file("logo.png", Specimens.image(1, 1)));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body().path("assets").has("link")).isFalse();
        assertThat(simulator
                        .resource("/players/" + playerId + "/logo")
                        .orElseThrow()
                        .bytes())
                .isEqualTo(Specimens.image(1, 1));
    }

    @Test
    void deletesALogo() {
        upload(file("logo.png", LOGO));

        assertThat(client.delete("/players/" + playerId + "/logo").status()).isEqualTo(204);
        assertThat(client.delete("/players/" + playerId + "/logo").status()).isEqualTo(204);
        assertThat(client.get("/players/" + playerId).body().path("assets")).isEmpty();
        assertProblem(client.get("/player/" + playerId + "/logo"), 404, "resource-not-found");
    }

    @Test
    void deletesTheLogoOfADeletedPlayer() {
        upload(file("logo.png", LOGO));
        client.delete("/players/" + playerId);

        assertThat(simulator.resource("/players/" + playerId + "/logo")).isEmpty();
        assertProblem(upload(file("logo.png", LOGO)), 404, "resource-not-found", "playerId");
        assertProblem(client.delete("/players/" + playerId + "/logo"), 404, "resource-not-found", "playerId");
    }

    @Test
    void takesAHundredKibibytes() {
        byte[] largest = Arrays.copyOf(LOGO, 100 * 1024);

        assertThat(upload(file("logo.jpeg", largest)).status()).isEqualTo(201);
        assertProblem(
                upload(file("logo.jpeg", Arrays.copyOf(LOGO, 100 * 1024 + 1))), 400, "uploaded-file-too-large", "file");
    }

    @ParameterizedTest
    @CsvSource({"201, 100", "200, 101"})
    void refusesALargerImage(int width, int height) {
        assertProblem(
                upload(file("logo.png", Specimens.image(width, height))), 400, "uploaded-file-invalid-file", "file");
    }

    @Test
    void acceptsWhatIsNoImageUnderTheRightName() {
        assertThat(upload(file("logo.jpg", new byte[10])).status()).isEqualTo(201);
    }

    @Test
    void refusesAWrongForm() {
        assertProblem(upload(file("logo.webp", LOGO)), 400, "uploaded-file-extension-invalid", "file");
        assertProblem(upload(MultipartForm.form().text("link", "l")), 400, "uploaded-file-no-file", "file");
        assertProblem(
                upload(file("a.png", LOGO).file("second", "b.png", LOGO)), 400, "uploaded-file-multiple-files", "file");
    }
}
