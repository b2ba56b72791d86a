// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.asset.Caption;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A small file whose answer is lost is sent again only where that does no harm, and is never confused with another. */
class LostAnswerTest {

    private static final String OLD = "an older caption";
    private static final String NEW = "the new caption";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private String aVideo() {
        return fixture.template()
                .request("apivideo:createVideo?title=a", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
    }

    private Exchange send(String operation, String videoId, byte[] bytes) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody(new ByteArrayInputStream(bytes));
            exchange.getMessage().setHeader(ApiVideoConstants.VIDEO_ID, videoId);
        });
    }

    private long posts(String path) {
        return fixture.simulator().requests().stream()
                .filter(request ->
                        request.method().equals("POST") && request.path().endsWith(path))
                .count();
    }

    @Test
    void aThumbnailIsSentAgain() {
        String videoId = aVideo();
        fixture.simulator()
                .faults()
                .on("POST", "/videos/{videoId}/thumbnail")
                .times(2)
                .then(Fault.loseAnswer());
        assertThat(send("uploadThumbnail", videoId, SmallFiles.png(99)).getException())
                .isNull();
        assertThat(posts("/thumbnail")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aWatermarkIsNotSentAgain(boolean lost) {
        fixture.simulator()
                .faults()
                .on("POST", "/watermarks")
                .times(1)
                .then(lost ? Fault.loseAnswer() : Fault.status(503));
        assertThat(send("uploadWatermark", null, SmallFiles.png(99)).getException())
                .isInstanceOf(ApiVideoException.InDoubt.class)
                .hasMessageStartingWith("Uploading a watermark may have worked, although its answer is missing.")
                .hasMessageContaining("listWatermarks shows whether there is a new one");
        assertThat(posts("/watermarks")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "uploadCaption, captions, false, false",
        "uploadCaption, captions, false, true",
        "uploadCaption, captions, true, false",
        "uploadChapter, chapters, true, false",
    })
    void aTextIsThereInTheEnd(String operation, String path, boolean refusesASecond, boolean oneBefore) {
        fixture.restart(simulator -> simulator.refuseSecondTrack(refusesASecond));
        String videoId = aVideo();
        if (oneBefore) {
            send(operation + "?language=fr", videoId, SmallFiles.vtt(OLD));
        }
        fixture.simulator().faults().on().method("POST").times(1).then(Fault.loseAnswer());

        Exchange exchange = send(operation + "?language=fr", videoId, SmallFiles.vtt(NEW));

        assertThat(exchange.getException()).isNull();
        assertThat(exchange.getMessage().getBody()).hasToString(answerOf(operation, videoId));
        assertThat(text(videoId, path)).contains(NEW);
    }

    private String answerOf(String operation, String videoId) {
        return send(operation.replace("upload", "get") + "?language=fr", videoId, new byte[0])
                .getMessage()
                .getBody()
                .toString();
    }

    private String text(String videoId, String path) {
        return fixture.simulator()
                .resource("/videos/" + videoId + "/" + path + "/fr")
                .map(ReceivedFile::bytes)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow();
    }

    @Test
    void anOlderCaptionThatIsNotReplacedIsNotTakenForTheNewOne() {
        fixture.restart(simulator -> simulator.refuseSecondTrack(true));
        String videoId = aVideo();
        send("uploadCaption?language=fr", videoId, SmallFiles.vtt(OLD));
        fixture.simulator().faults().on().method("POST").times(1).then(Fault.loseAnswer());

        Exchange failed = send("uploadCaption?language=fr", videoId, SmallFiles.vtt(NEW));

        assertThat(failed.getException(ApiVideoException.Rejected.class).getStatus())
                .isEqualTo(400);
        assertThat(failed.getMessage().getBody(Caption.class)).isNull();
        assertThat(text(videoId, "captions")).contains(OLD);
    }

    @Test
    void aRefusalOfAnotherKindStaysAFailure() {
        String videoId = aVideo();
        fixture.simulator().faults().on().method("POST").times(1).then(Fault.status(503));
        fixture.simulator().faults().on().method("POST").then(Fault.problem(400, "uploaded-file-invalid-file"));

        Exchange failed = send("uploadCaption?language=fr", videoId, SmallFiles.vtt(NEW));

        assertThat(failed.getException(ApiVideoException.Rejected.class).is("uploaded-file-invalid-file"))
                .isTrue();
    }
}
