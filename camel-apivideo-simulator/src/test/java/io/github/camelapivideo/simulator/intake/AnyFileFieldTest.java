// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

import static io.github.camelapivideo.simulator.testing.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnyFileFieldTest {

    private static final byte[] VIDEO = TestBytes.some(10);

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start(settings -> settings.anyFileField(true));

    private Client.Answer upload(MultipartForm form) {
        Client client = fixture.client();
        return client.upload("/videos/" + client.create("v") + "/source", null, form);
    }

    @Test
    void acceptsAFileInAFieldOfAnyName() {
        Client.Answer answer = upload(MultipartForm.form().file("video.mp4", "video.mp4", VIDEO));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(fixture.simulator().videos().get(0).sha256()).isEqualTo(TestBytes.sha256(VIDEO));
        assertThat(upload(MultipartForm.video(VIDEO)).status()).isEqualTo(201);
    }

    @Test
    void stillDemandsOneFile() {
        assertProblem(upload(MultipartForm.form().text("video", "v")), 400, "uploaded-file-no-file", "file");
        assertProblem(
                upload(MultipartForm.form().file("a", "a", VIDEO).file("b", "b", VIDEO)),
                400,
                "uploaded-file-multiple-files",
                "file");
    }

    @Test
    void demandsTheFieldByDefault() {
        fixture.restart(settings -> settings);

        assertProblem(upload(MultipartForm.form().file("video.mp4", "video.mp4", VIDEO)), 400, "uploaded-file-no-file");
    }
}
