// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.body.SlowCache;
import io.github.camelapivideo.internal.body.LengthEvidence.LengthHeader;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.direct.DirectComponent;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A length that belongs to a body is a promise; one of another body is not. */
class LengthCheckTest {

    private static final TestVideo WHOLE = TestVideo.of(2 * PART + 5);
    private static final TestVideo SMALL = TestVideo.of(100);
    private static final String FILE = "CamelFileExchangeFile";

    @TempDir
    Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private static byte[] cut(int length) {
        return Arrays.copyOf(WHOLE.bytes(), length);
    }

    private static GenericFile<String> remoteFile(Object content) {
        GenericFile<String> file = new GenericFile<>();
        file.setFile("a name on another machine");
        file.setFileLength(WHOLE.bytes().length);
        file.setBody(content);
        return file;
    }

    /** How the content of a remote file comes to a producer. */
    enum Remote {
        STREAMED {
            @Override
            void into(Exchange exchange, byte[] content) {
                exchange.getMessage().setBody(remoteFile(new ByteArrayInputStream(content)));
            }
        },
        FETCHED {
            @Override
            void into(Exchange exchange, byte[] content) {
                exchange.getMessage().setBody(remoteFile(content));
            }
        },
        ITS_STREAM {
            @Override
            void into(Exchange exchange, byte[] content) {
                InputStream stream = new ByteArrayInputStream(content);
                exchange.setProperty(FILE, remoteFile(stream));
                exchange.getMessage().setBody(stream);
            }
        },
        ITS_STREAM_CACHED {
            @Override
            void into(Exchange exchange, byte[] content) {
                consumed(exchange, content);
                exchange.getMessage().setBody(new InputStreamCache(content));
            }
        },
        ITS_STREAM_CACHED_AND_RENAMED {
            @Override
            void into(Exchange exchange, byte[] content) {
                ITS_STREAM_CACHED.into(exchange, content);
                exchange.getMessage().setHeader(Exchange.FILE_NAME, "another.mp4");
            }
        },
        ITS_STREAM_WRAPPED {
            @Override
            void into(Exchange exchange, byte[] content) {
                consumed(exchange, content);
                exchange.getMessage().setBody(new java.io.BufferedInputStream(new ByteArrayInputStream(content)));
            }
        },
        FETCHED_WITHIN_A_SPLIT {
            @Override
            void into(Exchange exchange, byte[] content) {
                ITS_STREAM_CACHED.into(exchange, content);
                exchange.setProperty(Exchange.SPLIT_INDEX, 0);
            }
        };

        abstract void into(Exchange exchange, byte[] content);
    }

    private static void consumed(Exchange exchange, byte[] content) {
        exchange.setProperty(FILE, remoteFile(new ByteArrayInputStream(content)));
        exchange.getMessage().setHeader(Exchange.FILE_LENGTH, WHOLE.bytes().length);
        exchange.getMessage().setHeader(Exchange.FILE_NAME, "film.mp4");
        exchange.getMessage().setHeader(Exchange.FILE_NAME_CONSUMED, "film.mp4");
    }

    private Exchange upload(String options, Remote remote, byte[] content) {
        return fixture.template()
                .request("apivideo:upload?partSize=5MiB" + options, exchange -> remote.into(exchange, content));
    }

    @ParameterizedTest
    @EnumSource
    void refusesARemoteFileThatWasCutOff(Remote remote) {
        for (int length : new int[] {1, PART, WHOLE.bytes().length - 1}) {
            assertRefused(upload("", remote, cut(length)), length, WHOLE.bytes().length);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesARemoteFileThatGrew(Remote remote) {
        for (int more : new int[] {1, 2 * PART}) {
            Exchange exchange = upload("", remote, cut(WHOLE.bytes().length + more));
            assertThat(exchange.getException())
                    .hasMessageContaining(WHOLE.bytes().length + "")
                    .hasMessageContaining("longer")
                    .hasMessageContaining("lengthCheck");
            assertThat(fixture.simulator().videos()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesARemoteFileThatIsWhole(Remote remote) {
        fixture.assertArrived(upload("", remote, WHOLE.bytes()), WHOLE);
    }

    @ParameterizedTest
    @EnumSource
    void uploadsItAllTheSameIfSoWanted(Remote remote) {
        TestVideo half = new TestVideo(cut(2 * PART));
        for (String check : new String[] {"warn", "off"}) {
            fixture.assertArrived(upload("&lengthCheck=" + check, remote, half.bytes()), half);
            TestVideo longer = new TestVideo(cut(WHOLE.bytes().length + 1));
            fixture.assertArrived(upload("&lengthCheck=" + check, remote, longer.bytes()), longer);
        }
    }

    private void assertRefused(Exchange exchange, long length, long promised) {
        assertThat(exchange.getException())
                .hasMessageContaining("has " + length + " bytes")
                .hasMessageContaining("promises " + promised)
                .hasMessageContaining("cut off")
                .hasMessageContaining("lengthCheck");
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, PART})
    void refusesALocalFileThatHasGrownSinceItWasConsumed(int more) throws Exception {
        TestVideo half = new TestVideo(cut(PART + 5));
        TestVideo grown = new TestVideo(cut(PART + 5 + more));
        half.file(folder, "a.mp4");
        try (ConsumerTemplate files = fixture.context().createConsumerTemplate()) {
            Exchange consumed = files.receive("file:" + folder + "?noop=true", 10_000);
            grown.file(folder, "a.mp4");

            Exchange refused = fixture.template().send("apivideo:upload?partSize=5MiB", consumed.copy());
            assertThat(refused.getException())
                    .hasMessageContaining("has " + grown.bytes().length + " bytes")
                    .hasMessageContaining("the file consumer promises " + half.bytes().length)
                    .hasMessageContaining("readLock")
                    .hasMessageContaining("lengthCheck");
            assertThat(fixture.simulator().videos()).isEmpty();

            fixture.assertArrived(fixture.template().send("apivideo:upload?lengthCheck=warn", consumed), grown);
            files.doneUoW(consumed);
        }
    }

    /** Routes that begin at components whose objects have a length. */
    static Stream<Arguments> origins() {
        return LengthHeader.ALL.stream()
                .flatMap(header -> header.schemes().stream().map(scheme -> Arguments.of(scheme, header.name())));
    }

    private Exchange from(String scheme, Map<String, Object> headers, Object body) {
        return from(scheme, headers, body, exchange -> exchange);
    }

    private Exchange from(String scheme, Map<String, Object> headers, Object body, UnaryOperator<Exchange> change) {
        if (fixture.context().hasComponent(scheme) == null) {
            fixture.context().addComponent(scheme, new DirectComponent());
        }
        try {
            fixture.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(scheme + ":videos").routeId(scheme).to("apivideo:upload?partSize=5MiB");
                }
            });
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        return fixture.template().request(scheme + ":videos", exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
            change.apply(exchange);
        });
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("origins")
    void refusesAnObjectThatIsNotAsLongAsItsHeaderSays(String scheme, String header) {
        Map<String, Object> headers = Map.of(header, 100);
        assertRefused(from(scheme, headers, TestVideo.of(99).stream()), 99, 100);
        fixture.assertArrived(from(scheme, headers, SMALL.stream()), SMALL);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("origins")
    void doesNotBelieveTheHeaderOfAnotherOrigin(String scheme, String header) {
        fixture.assertArrived(from("jms", Map.of(header, 17), SMALL.stream()), SMALL);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Encoding, gzip, platform-http, Content-Length",
        "CamelHttpResponseCode, 200, platform-http, Content-Length",
        "CamelAwsS3Key, in/film.zip, aws2-s3, CamelAwsS3ContentLength",
        "CamelMinioObjectName, film.MP4.GZ, minio, CamelMinioContentLength",
        "CamelFileName, film.tar, mongodb-gridfs, CamelFileLength",
    })
    void doesNotBelieveTheLengthOfWhatTheBodyWasMadeOf(String sign, String value, String scheme, String header) {
        fixture.assertArrived(from(scheme, Map.of(header, 17, sign, value), SMALL.stream()), SMALL);
    }

    @Test
    void doesNotBelieveTheLengthOfTheWholeForAPartOfASplit() {
        fixture.assertArrived(
                from("aws2-s3", Map.of("CamelAwsS3ContentLength", 17), WHOLE.stream(), exchange -> {
                    exchange.setProperty(Exchange.SPLIT_INDEX, 1);
                    return exchange;
                }),
                WHOLE);
        fixture.assertArrived(
                fixture.template().request("apivideo:upload?partSize=5MiB", exchange -> {
                    consumed(exchange, new byte[17]);
                    exchange.setProperty(Exchange.SPLIT_INDEX, 1);
                    exchange.getMessage().setHeader(Exchange.FILE_NAME, "entry.mp4");
                    exchange.getMessage().setBody(new InputStreamCache(cut(PART)));
                }),
                new TestVideo(cut(PART)));
    }

    @Test
    void doesNotBelieveTheLengthOfAnArchiveForWhatItWasUnpackedTo() {
        TestVideo entry = new TestVideo(cut(PART + 1));
        fixture.assertArrived(
                fixture.template().request("apivideo:upload?partSize=5MiB", exchange -> {
                    consumed(exchange, new byte[17]);
                    exchange.getMessage().setHeader(Exchange.FILE_NAME_CONSUMED, "film.zip");
                    exchange.getMessage().setBody(new InputStreamCache(entry.bytes()));
                }),
                entry);
    }

    @Test
    void bytesInMemoryHaveTheirOwnLength() {
        fixture.assertArrived(from("aws2-s3", Map.of("CamelAwsS3ContentLength", 17), SMALL.bytes()), SMALL);
        fixture.assertArrived(
                fixture.template().request("apivideo:upload?partSize=5MiB", exchange -> {
                    consumed(exchange, new byte[17]);
                    exchange.getMessage().setBody(WHOLE.bytes());
                }),
                WHOLE);
    }

    @Test
    void refusesAStreamCacheThatGivesLessThanItHas() {
        StreamCache cache = new SlowCache(WHOLE, Long.MAX_VALUE) {
            @Override
            public int read(byte[] target, int offset, int size) throws IOException {
                return position() > PART ? -1 : super.read(target, offset, size);
            }
        };
        Exchange exchange = fixture.upload("partSize=5MiB", cache);
        assertThat(exchange.getException()).hasMessageContaining("the body itself promises " + WHOLE.bytes().length);
        assertThat(fixture.simulator().videos()).isEmpty();
    }

    @Test
    void theHalfOfAVideoIsNeverTakenForTheWholeWithTheSameKey() {
        TestVideo half = new TestVideo(cut(2 * PART));
        String key = "&uploadKey=k&parallelism=1";
        assertThat(upload(key, Remote.STREAMED, half.bytes()).getException())
                .hasMessageContaining("has " + 2 * PART + " bytes");
        assertThat(fixture.simulator().videos()).singleElement().satisfies(kept -> assertThat(kept.complete())
                .isFalse());

        fixture.assertArrived(upload(key, Remote.STREAMED, WHOLE.bytes()), WHOLE);
        assertThat(fixture.simulator().videos()).hasSize(1);
    }

    @Test
    void aHalfThatWasUploadedOnPurposeIsNotRecalledForTheWhole() {
        TestVideo half = new TestVideo(cut(2 * PART));
        fixture.assertArrived(upload("&uploadKey=k&lengthCheck=off", Remote.STREAMED, half.bytes()), half);
        fixture.assertArrived(upload("&uploadKey=k", Remote.STREAMED, WHOLE.bytes()), WHOLE);
        assertThat(fixture.simulator().videos()).hasSize(2);
    }

    @Test
    void aPartThatIsNotAsLongAsPlannedIsRefused() {
        String videoId = fixture.template()
                .request("apivideo:createVideo?title=a", exchange -> {})
                .getMessage()
                .getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        for (Object body : new Object[] {new ByteArrayInputStream(cut(PART)), cut(PART)}) {
            assertThat(part(videoId, body, Map.of(ApiVideoConstants.PART_LENGTH, 2 * PART))
                            .getException())
                    .hasMessageContaining("has only " + PART + " of the " + 2 * PART + " bytes");
        }
        assertThat(part(videoId, cut(3 * PART), Map.of(ApiVideoConstants.PART_LENGTH, 2 * PART))
                        .getException())
                .hasMessageContaining("has " + 3 * PART + " bytes, but part 1 is planned with " + 2 * PART);
        Exchange longer =
                part(videoId, new ByteArrayInputStream(cut(3 * PART)), Map.of(ApiVideoConstants.PART_LENGTH, 2 * PART));
        assertThat(longer.getException()).hasMessageContaining("longer than " + 2 * PART);
        assertThat(part(videoId, remoteFile(new ByteArrayInputStream(cut(PART))), Map.of())
                        .getException())
                .hasMessageContaining("promises " + WHOLE.bytes().length);
        assertThat(fixture.parts()).isEmpty();
        assertThat(part(videoId, new ByteArrayInputStream(cut(PART)), Map.of(ApiVideoConstants.PART_LENGTH, PART))
                        .getException())
                .isNull();
    }

    private Exchange part(String videoId, Object body, Map<String, Object> headers) {
        return fixture.template()
                .request("apivideo:uploadPart?partNumber=1&totalParts=2&videoId=" + videoId, exchange -> {
                    exchange.getMessage().setHeaders(new HashMap<>(headers));
                    exchange.getMessage().setBody(body);
                });
    }

    @Test
    void aLengthOfAnotherBodyNeitherTakesAllTheMemoryNorKeepsThePartsSmall() {
        fixture.restart(simulator -> {}, context -> context.getComponent("apivideo", ApiVideoComponent.class)
                .setBufferMemory("60MiB"));
        TestVideo video = TestVideo.of(30L * 1024 * 1024);
        for (long length : new long[] {12, 2_000_000_000_000L, Long.MAX_VALUE}) {
            fixture.simulator().reset();
            fixture.assertArrived(
                    fixture.upload("parallelism=1", video.stream(), Map.of(Exchange.CONTENT_LENGTH, length)), video);
            assertThat(fixture.parts())
                    .as("parts for Content-Length: " + length)
                    .hasSizeLessThanOrEqualTo(5);
        }
    }

    @Test
    void anUnknownLengthCheckIsRefused() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> fixture.upload("lengthCheck=perhaps", WHOLE.bytes())))
                .hasStackTraceContaining("lengthCheck=perhaps: allowed are strict, warn, off");
    }
}
