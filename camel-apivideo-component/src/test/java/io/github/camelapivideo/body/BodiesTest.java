// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.body;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.apache.camel.component.file.GenericFile;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BodiesTest {

    @TempDir
    static Path folder;

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    enum Kind {
        FILE(true) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                return video.file(folder, "video.mp4").toFile();
            }
        },
        PATH(true) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                return video.file(folder, "video.mp4");
            }
        },
        WRAPPED_FILE(true) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                GenericFile<File> file = new GenericFile<>();
                file.setFile(video.file(folder, "video.mp4").toFile());
                return file;
            }
        },
        WRAPPED_REMOTE_FILE(true) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                GenericFile<String> file = new GenericFile<>();
                file.setFile("a name on another machine");
                file.setBody(video.bytes());
                return file;
            }
        },
        WRAPPED_REMOTE_STREAM(false) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                GenericFile<String> file = new GenericFile<>();
                file.setFile("a name on another machine");
                file.setBody(video.stream());
                return file;
            }
        },
        BYTES(true) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                return video.bytes();
            }
        },
        BYTE_BUFFER(true) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                return ByteBuffer.wrap(video.bytes());
            }
        },
        DIRECT_BUFFER(true) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                return ByteBuffer.allocateDirect(video.bytes().length)
                        .put(video.bytes())
                        .flip()
                        .asReadOnlyBuffer();
            }
        },
        STREAM(false) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                return video.stream();
            }
        },
        TRICKLING_STREAM(false) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                return video.tricklingStream();
            }
        },
        CACHE_IN_MEMORY(false) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                return cache(video, fixture, Caches.IN_MEMORY);
            }
        },
        CACHE_ON_DISK(false) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                return cache(video, fixture, Caches.ON_DISK);
            }
        },
        WHAT_CAMEL_CONVERTS(false) {
            @Override
            Object body(TestVideo video, ApiVideoFixture fixture) {
                java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
                bytes.writeBytes(video.bytes());
                return bytes;
            }
        };

        final boolean lengthKnown;

        Kind(boolean lengthKnown) {
            this.lengthKnown = lengthKnown;
        }

        abstract Object body(TestVideo video, ApiVideoFixture fixture);

        private static StreamCache cache(TestVideo video, ApiVideoFixture fixture, Caches caches) {
            caches.in(fixture.context(), folder.resolve("spool"));
            StreamCache cache = Caches.of(video, fixture.context());
            assertThat(cache.inMemory()).isEqualTo(caches == Caches.IN_MEMORY || video.bytes().length == 1);
            return cache;
        }
    }

    static Stream<Arguments> everyBodyOfEveryLength() {
        return Stream.of(Kind.values())
                .flatMap(kind -> LongStream.of(1, PART - 1, PART, PART + 1, 3 * PART - 1, 3 * PART, 3 * PART + 1)
                        .boxed()
                        .flatMap(length -> Stream.of(1, 4).map(lanes -> Arguments.of(kind, length, lanes))));
    }

    @ParameterizedTest(name = "{0} of {1} bytes, {2} at once")
    @MethodSource("everyBodyOfEveryLength")
    void arrivesWholeInTheFewestRequests(Kind kind, long length, int parallelism) {
        TestVideo video = TestVideo.of(length);

        Exchange exchange = fixture.upload("partSize=5MiB&parallelism=" + parallelism, kind.body(video, fixture));

        fixture.assertArrived(exchange, video);
        int parts = (int) ((length + PART - 1) / PART);
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.BYTES)).isEqualTo(length);
        assertThat(exchange.getMessage().getHeader(ApiVideoConstants.PARTS)).isEqualTo(parts);
        assertThat(fixture.simulator().requests())
                .as("a token, a container, the parts")
                .hasSize(2 + parts);
        List<String> ranges = ranges();
        assertThat(ranges).containsExactlyInAnyOrderElementsOf(expectedRanges(parts, kind.lengthKnown));
        if (parallelism == 1) {
            assertThat(ranges).isEqualTo(expectedRanges(parts, kind.lengthKnown));
        }
    }

    private List<String> ranges() {
        List<String> ranges = new ArrayList<>();
        fixture.parts().forEach(part -> ranges.add(part.contentRange()));
        return ranges;
    }

    private static List<String> expectedRanges(int parts, boolean lengthKnown) {
        if (parts == 1) {
            return java.util.Collections.singletonList(null);
        }
        return IntStream.rangeClosed(1, parts)
                .mapToObj(part -> "part " + part + "/" + (lengthKnown || part == parts ? parts : "*"))
                .toList();
    }

    @org.junit.jupiter.api.Test
    void aLengthHeaderIsAHintAndNeverTheTruth() {
        TestVideo video = TestVideo.of(2 * PART + 1);
        for (Object hint : List.of(1, "3", 100L * PART, "nonsense", -1)) {
            Exchange exchange =
                    fixture.upload("partSize=5MiB", video.stream(), java.util.Map.of(Exchange.FILE_LENGTH, hint));
            fixture.assertArrived(exchange, video);
        }
    }

    @org.junit.jupiter.api.Test
    void aStreamCacheIsReadFromItsBeginning() throws IOException {
        TestVideo video = TestVideo.of(PART + 1);
        StreamCache cache = new org.apache.camel.converter.stream.InputStreamCache(video.bytes());
        assertThat(((ByteArrayInputStream) cache).skip(100)).isEqualTo(100);

        fixture.assertArrived(fixture.upload("partSize=5MiB", cache), video);

        assertThat(((ByteArrayInputStream) cache).available()).isEqualTo(video.bytes().length);
    }
}
