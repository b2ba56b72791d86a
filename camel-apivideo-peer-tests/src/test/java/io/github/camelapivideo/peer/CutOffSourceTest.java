// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.peers.FtpPeer;
import io.github.camelapivideo.peers.SftpPeer;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;
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
        try (RemoteFiles peer = RemoteFiles.of(FtpPeer.serve(home, "RETR", cut));
                UploadRoute route = route()) {
            delivery.start(route, peer.consumer(STREAMED));
            route.assertRefusesAndLeavesTheSource(HALF, WHOLE, "lengthCheck");
        }
    }

    @Test
    void anFtpServerThatClaimsToHaveSentTheWholeFileWhenItIsFetchedBeforehand() throws Exception {
        try (RemoteFiles peer = RemoteFiles.of(FtpPeer.serve(home, "RETR", CutDownload.AND_CLAIMS_SUCCESS));
                UploadRoute route = route().from(peer.consumer("streamDownload=false"), 4)) {
            route.assertRefusesAndLeavesTheSource(HALF, WHOLE, "lengthCheck");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anSftpServerWhoseFileEndsAtHalf(Delivery delivery) throws Exception {
        Path half = Files.write(elsewhere.resolve("half"), Arrays.copyOf(VIDEO.bytes(), VIDEO.bytes().length / 2));
        try (RemoteFiles peer = RemoteFiles.of(SftpPeer.serve(home, delivering(half)));
                UploadRoute route = route()) {
            delivery.start(route, peer.consumer(STREAMED));
            route.assertRefusesAndLeavesTheSource(HALF, WHOLE, "lengthCheck");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anObjectStoreThatHangsUpAtHalf(boolean cached) throws Exception {
        try (TcpFront front = new TcpFront(VIDEO.length() / 2)) {
            try (Bucket bucket = Bucket.behind(front);
                    UploadRoute route = new UploadRoute(() -> bucket.has("film.mp4"))) {
                bucket.put("film.mp4", VIDEO);
                route.context().getRegistry().bind("s3", bucket.client());
                (cached ? route.withStreamCaching() : route).from(bucket.consumer("includeBody=false"), 4);
                route.assertRefusesAndLeavesTheSource("Premature end");
            }
        }
    }

    @Test
    void anObjectThatIsNotNeededToItsEndIsNotReadToItsEnd() throws Exception {
        TestVideo large = TestVideo.of(96L * 1024 * 1024);
        try (TcpFront front = new TcpFront(Long.MAX_VALUE)) {
            try (Bucket bucket = Bucket.behind(front);
                    UploadRoute route = new UploadRoute(() -> bucket.has("film.mp4"))) {
                bucket.put("film.mp4", large);
                Refusal.FIRST_PART_REFUSED.arrange(route);
                route.context().getRegistry().bind("s3", bucket.client());
                route.from(bucket.consumer("includeBody=false"), 1);
                route.assertRefusesAndLeavesTheSource("uploaded-file-invalid-file");
            }
            front.assertDeliveredLessThan(large.length() / 2);
        }
    }

    /** Opens another file than the client asks for. */
    private static SftpFileSystemAccessor delivering(Path content) {
        return new SftpFileSystemAccessor() {
            @Override
            public SeekableByteChannel openFile(
                    SftpSubsystemProxy subsystem,
                    FileHandle handle,
                    Path file,
                    String name,
                    Set<? extends OpenOption> options,
                    FileAttribute<?>... attributes)
                    throws IOException {
                return Files.newByteChannel(content, options, attributes);
            }
        };
    }
}
