// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiVideoException.SidecarsFailed;
import io.github.camelapivideo.api.ApiVideoException.UploadFailed;
import io.github.camelapivideo.simulator.api.ReceivedFile;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.SmallFiles;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Captions, chapters and a thumbnail go with an upload: all of them, or nothing is sent. */
class SidecarsTest {

    private static final TestVideo VIDEO = TestVideo.of(1000);
    private static final String TEXT = "WEBVTT\n\n00:00.000 --> 00:02.000\nA text\n";
    private static final byte[] IMAGE = SmallFiles.jpg(400);

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private ReceivedFile received(Exchange exchange, String path) {
        String videoId = exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        return fixture.simulator().resource("/videos/" + videoId + path).orElseThrow();
    }

    private String sha256(Exchange exchange, String path) {
        return received(exchange, path).sha256();
    }

    private static InputStream counting(byte[] bytes, AtomicInteger closed) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    @Test
    void allArriveWhateverTheyAre() throws Exception {
        Path file = Files.write(folder.resolve("fr.vtt"), SmallFiles.vtt("fr"));
        Map<String, Object> captions = new LinkedHashMap<>();
        captions.put("fr", file);
        captions.put("de", file.toFile());
        captions.put("es", "file:" + file);
        captions.put("it", SmallFiles.vtt("it"));
        captions.put("nl", new ByteArrayInputStream(SmallFiles.vtt("nl")));
        captions.put("en", TEXT);
        captions.put("pt", "classpath:sidecar.vtt");

        Exchange exchange = fixture.upload(
                "title=a",
                VIDEO.stream(),
                Map.of(
                        ApiVideoConstants.CAPTIONS,
                        captions,
                        ApiVideoConstants.CHAPTERS,
                        Map.of("fr", TEXT),
                        ApiVideoConstants.THUMBNAIL,
                        IMAGE));

        fixture.assertArrived(exchange, VIDEO);
        for (String language : List.of("fr", "de", "es")) {
            assertThat(sha256(exchange, "/captions/" + language)).isEqualTo(TestVideo.sha256(SmallFiles.vtt("fr")));
        }
        assertThat(sha256(exchange, "/captions/it")).isEqualTo(TestVideo.sha256(SmallFiles.vtt("it")));
        assertThat(sha256(exchange, "/captions/nl")).isEqualTo(TestVideo.sha256(SmallFiles.vtt("nl")));
        assertThat(sha256(exchange, "/captions/en")).isEqualTo(TestVideo.sha256(TEXT.getBytes()));
        assertThat(sha256(exchange, "/captions/pt")).isNotNull();
        assertThat(sha256(exchange, "/chapters/fr")).isEqualTo(TestVideo.sha256(TEXT.getBytes()));
        assertThat(sha256(exchange, "/thumbnail")).isEqualTo(TestVideo.sha256(IMAGE));
        assertThat(file).exists();
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.CAPTIONS)).isSameAs(captions);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(
                        ApiVideoConstants.CAPTIONS,
                        Map.of("fr", "no".getBytes()),
                        "Header CamelApiVideoCaptions, fr: is no WebVTT file: it must begin with a line that is WEBVTT, or"
                                + " WEBVTT and a space"),
                Arguments.of(
                        ApiVideoConstants.CAPTIONS,
                        Map.of("fr", Path.of("/no/such/fr.vtt")),
                        "Header CamelApiVideoCaptions, fr: it is the file /no/such/fr.vtt, which does not exist"),
                Arguments.of(
                        ApiVideoConstants.CAPTIONS,
                        Map.of("fr", "fr.vtt"),
                        "Header CamelApiVideoCaptions, fr: 'fr.vtt' is a text: allowed are file:…, classpath:…"),
                Arguments.of(
                        ApiVideoConstants.CHAPTERS,
                        Map.of("fr", "classpath:none.vtt"),
                        "Header CamelApiVideoChapters, fr: 'classpath:none.vtt' does not exist"),
                Arguments.of(
                        ApiVideoConstants.CHAPTERS,
                        Map.of("fr_FR", TEXT),
                        "Header CamelApiVideoChapters: language=fr_FR: allowed are letters, digits and dashes"),
                Arguments.of(
                        ApiVideoConstants.CAPTIONS,
                        Map.of("fr", Path.of("/etc/hostname/fr.vtt")),
                        "Header CamelApiVideoCaptions, fr: it cannot be opened: "),
                Arguments.of(
                        ApiVideoConstants.CAPTIONS,
                        Collections.singletonMap("fr", null),
                        "Header CamelApiVideoCaptions, fr: it is null: there is nothing to upload"),
                Arguments.of(
                        ApiVideoConstants.CHAPTERS,
                        Collections.singletonMap(null, TEXT),
                        "Header CamelApiVideoChapters: language=: allowed are letters, digits and dashes"),
                Arguments.of(
                        ApiVideoConstants.CHAPTERS,
                        new TreeMap<>(Map.of("fr-CA", TEXT, "fr-ca", TEXT)),
                        "Header CamelApiVideoChapters: language=fr-ca: is there twice; allowed is one file in each"),
                Arguments.of(
                        ApiVideoConstants.CHAPTERS,
                        TEXT,
                        "Header CamelApiVideoChapters is a java.lang.String: allowed is a Map from languages to files"),
                Arguments.of(ApiVideoConstants.THUMBNAIL, new byte[0], "Header CamelApiVideoThumbnail: is empty"),
                Arguments.of(
                        ApiVideoConstants.THUMBNAIL,
                        SmallFiles.jpg(8_000_001),
                        "Header CamelApiVideoThumbnail: has more than 8000000 bytes"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aWrongOneIsNamedAndNothingIsSent(String header, Object files, String message) {
        AtomicInteger closed = new AtomicInteger();
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put(ApiVideoConstants.CAPTIONS, Map.of("en", counting(TEXT.getBytes(), closed)));
        headers.put(header, files);
        int expected = header.equals(ApiVideoConstants.CAPTIONS) ? 0 : 1;

        Exchange failed = fixture.upload("title=a", VIDEO.bytes(), headers);

        assertThat(failed.getException()).isInstanceOf(IllegalArgumentException.class);
        assertThat(failed.getException()).hasMessageStartingWith(message);
        assertThat(fixture.simulator().requests()).isEmpty();
        Awaitility.await().untilAsserted(() -> assertThat(closed).hasValue(expected));
    }

    @Test
    void oneThatDeliversNothingIsNamed() {
        CountDownLatch closed = new CountDownLatch(1);
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                try {
                    closed.await();
                } catch (InterruptedException e) {
                    throw new InterruptedIOException();
                }
                throw new IOException("closed");
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };

        Exchange failed = fixture.upload(
                "title=a&sourceTimeout=200",
                VIDEO.bytes(),
                Map.of(ApiVideoConstants.CAPTIONS, Map.of("en", TEXT, "fr", silent)));

        assertThat(failed.getException())
                .hasMessage("Header CamelApiVideoCaptions, fr: has delivered nothing for 200 ms (sourceTimeout)");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(TEXT + "see https://example.com/a", "caption.vtt"),
                Arguments.of("\uFEFF" + TEXT, "caption.vtt"),
                Arguments.of(new StringBuilder(TEXT), "caption.vtt"),
                Arguments.of(new StringBuilder("classpath:sidecar.vtt"), "sidecar.vtt"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void aTextIsTheContentAndNotTheNameOfAFile(Object text, String name) {
        Exchange exchange =
                fixture.upload("title=a", VIDEO.bytes(), Map.of(ApiVideoConstants.CAPTIONS, Map.of("fr", text)));

        assertThat(received(exchange, "/captions/fr").fileName()).isEqualTo(name);
    }

    @Test
    void oneThatFailsIsNamedAndTheOthersAndTheVideoStay() {
        fixture.simulator()
                .faults()
                .on("POST", "/videos/{videoId}/captions/{language}")
                .times(1)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));

        Exchange failed = fixture.upload(
                "title=a&onFailure=delete",
                VIDEO.bytes(),
                Map.of(
                        ApiVideoConstants.CAPTIONS, Map.of("fr", TEXT),
                        ApiVideoConstants.CHAPTERS, Map.of("fr", TEXT),
                        ApiVideoConstants.THUMBNAIL, IMAGE));

        SidecarsFailed failure = failed.getException(SidecarsFailed.class);
        assertThat(failure.getFailures()).containsOnlyKeys("caption fr");
        assertThat(failure)
                .hasMessageStartingWith("Video " + failure.getVideoId()
                        + " is complete, but not all files beside it: caption fr: Uploading the caption fr");
        assertThat(failure.getVideo().title()).isEqualTo("a");
        assertThat(fixture.simulator().deletedVideoIds()).isEmpty();
        assertThat(fixture.simulator().video(failure.getVideoId()).orElseThrow().complete())
                .isTrue();
        String path = "/videos/" + failure.getVideoId();
        assertThat(fixture.simulator().resource(path + "/chapters/fr")).isPresent();
        assertThat(fixture.simulator().resource(path + "/thumbnail")).isPresent();
    }

    @Test
    void aFailedUploadSendsNoneAndClosesAll() {
        AtomicInteger closed = new AtomicInteger();
        fixture.simulator().faults().on("POST", "/videos/{videoId}/source").then(Fault.status(400));

        Exchange failed = fixture.upload(
                "title=a",
                VIDEO.bytes(),
                Map.of(ApiVideoConstants.CAPTIONS, Map.of("fr", counting(TEXT.getBytes(), closed))));

        assertThat(failed.getException()).isInstanceOf(UploadFailed.class);
        Awaitility.await().untilAsserted(() -> assertThat(closed).hasValue(1));
        assertThat(fixture.simulator().requests())
                .filteredOn(request -> request.path().contains("captions"))
                .isEmpty();
    }

    @Test
    void aVideoThatIsThereAlreadyGetsThemToo() {
        Exchange first = fixture.upload("uploadKey=k", VIDEO.bytes());
        Exchange second =
                fixture.upload("uploadKey=k", VIDEO.bytes(), Map.of(ApiVideoConstants.CAPTIONS, Map.of("fr", TEXT)));
        assertThat(second.getMessage().getHeader(ApiVideoConstants.VIDEO_ID))
                .isEqualTo(first.getMessage().getHeader(ApiVideoConstants.VIDEO_ID));
        assertThat(sha256(second, "/captions/fr")).isEqualTo(TestVideo.sha256(TEXT.getBytes()));
    }

    @Test
    void aDelegatedUploadCannotSendThem() {
        fixture.options().setUploadToken(fixture.simulator().createUploadToken(Duration.ZERO));
        Exchange failed = fixture.upload("", VIDEO.bytes(), Map.of(ApiVideoConstants.THUMBNAIL, IMAGE));
        assertThat(failed.getException())
                .hasMessage("Header CamelApiVideoThumbnail: not possible with uploadToken, which opens nothing but the"
                        + " upload; use apiKey instead");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void headersThatAreNotReadSendNothing() {
        Exchange exchange = fixture.upload(
                "allowHeaderOverrides=false", VIDEO.bytes(), Map.of(ApiVideoConstants.CAPTIONS, Map.of("fr", TEXT)));
        fixture.assertArrived(exchange, VIDEO);
        assertThat(fixture.simulator().requests())
                .filteredOn(request -> request.path().contains("captions"))
                .isEmpty();
    }
}
