// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.testsupport.TestVideo;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that deliver half of a video: no video comes of it, and the source stays where it is. */
class CutOffSourceTest {

    private static final String STREAMED = "streamDownload=true&stepwise=false";
    private static final TestVideo VIDEO = TestVideo.of(12L * 1024 * 1024);
    private static final String HALF = "6291456";
    private static final String WHOLE = "12582912";

    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private Path file;

    static Stream<Arguments> cutDownloads() {
        return Stream.of(CutDownload.values())
                .flatMap(cut -> Stream.of(Delivery.values()).map(delivery -> Arguments.of(cut, delivery)));
    }

    /** How the stream of the file comes to the component. */
    enum Delivery {
        RAW {
            @Override
            void start(UploadRoute route, String peer) throws Exception {
                route.from(peer, 4);
            }
        },
        CACHED {
            @Override
            void start(UploadRoute route, String peer) throws Exception {
                route.withStreamCaching().from(peer, 4);
            }
        },
        ENRICHED {
            @Override
            void start(UploadRoute route, String peer) throws Exception {
                route.enrichedFrom(peer);
            }
        },
        ENRICHED_AND_CACHED {
            @Override
            void start(UploadRoute route, String peer) throws Exception {
                route.withStreamCaching().enrichedFrom(peer);
            }
        };

        abstract void start(UploadRoute route, String peer) throws Exception;
    }

    private UploadRoute route() throws Exception {
        file = Files.write(home.resolve("film.mp4"), VIDEO.bytes());
        return new UploadRoute(() -> Files.exists(file));
    }

    @ParameterizedTest(name = "closes the data connection {0}, {1}")
    @MethodSource("cutDownloads")
    void anFtpServerThatClosesTheDataConnectionAtHalf(CutDownload cut, Delivery delivery) throws Exception {
        RemoteFileUpload.RemoteFiles peer = FtpPeer.cutting(home, cut);
        try (UploadRoute route = route()) {
            delivery.start(route, peer.consumer(STREAMED));
            route.assertRefusesAndLeavesTheSource(HALF, WHOLE, "lengthCheck");
        } finally {
            peer.stop();
        }
    }

    @Test
    void anFtpServerThatClaimsToHaveSentTheWholeFileWhenItIsFetchedBeforehand() throws Exception {
        RemoteFileUpload.RemoteFiles peer = FtpPeer.cutting(home, CutDownload.AND_CLAIMS_SUCCESS);
        try (UploadRoute route = route().from(peer.consumer("streamDownload=false"), 4)) {
            route.assertRefusesAndLeavesTheSource(HALF, WHOLE, "lengthCheck");
        } finally {
            peer.stop();
        }
    }

    @ParameterizedTest
    @EnumSource
    void anSftpServerWhoseFileEndsAtHalf(Delivery delivery) throws Exception {
        Path half = Files.write(elsewhere.resolve("half"), Arrays.copyOf(VIDEO.bytes(), VIDEO.bytes().length / 2));
        RemoteFileUpload.RemoteFiles peer = SftpPeer.delivering(home, half);
        try (UploadRoute route = route()) {
            delivery.start(route, peer.consumer(STREAMED));
            route.assertRefusesAndLeavesTheSource(HALF, WHOLE, "lengthCheck");
        } finally {
            peer.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anObjectStoreThatHangsUpAtHalf(boolean cached) throws Exception {
        try (TcpFront front = new TcpFront(VIDEO.length() / 2)) {
            S3Peer peer = S3Peer.behind(front);
            peer.put("film.mp4", VIDEO);
            try (UploadRoute route = new UploadRoute(() -> peer.has("film.mp4"))) {
                route.context().getRegistry().bind("s3", peer.client());
                (cached ? route.withStreamCaching() : route).from(peer.consumer("includeBody=false"), 4);
                route.assertRefusesAndLeavesTheSource("Premature end");
            } finally {
                peer.stop();
            }
        }
    }

    @Test
    void anObjectThatIsNotNeededToItsEndIsNotReadToItsEnd() throws Exception {
        TestVideo large = TestVideo.of(96L * 1024 * 1024);
        try (TcpFront front = new TcpFront(Long.MAX_VALUE)) {
            S3Peer peer = S3Peer.behind(front);
            peer.put("film.mp4", large);
            try (UploadRoute route = new UploadRoute(() -> peer.has("film.mp4"))) {
                Refusal.FIRST_PART_REFUSED.arrange(route);
                route.context().getRegistry().bind("s3", peer.client());
                route.from(peer.consumer("includeBody=false"), 1);
                route.assertRefusesAndLeavesTheSource("uploaded-file-invalid-file");
            } finally {
                peer.stop();
            }
            front.assertDeliveredLessThan(large.length() / 2);
        }
    }
}
