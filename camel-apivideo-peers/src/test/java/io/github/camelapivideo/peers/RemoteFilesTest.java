// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RemoteFilesTest {

    enum Protocol {
        SFTP,
        FTP,
        FILE;

        AutoCloseable peer(Path folder) throws Exception {
            return switch (this) {
                case SFTP -> new SftpPeer(folder);
                case FTP -> new FtpPeer(folder);
                case FILE -> () -> {};
            };
        }

        String uri(AutoCloseable peer, Path folder) {
            return switch (this) {
                case SFTP -> ((SftpPeer) peer).uri();
                case FTP -> ((FtpPeer) peer).uri();
                case FILE -> "file:" + folder + "?move=done&initialDelay=0&delay=100";
            };
        }
    }

    @TempDir
    Path folder;

    private Uploads uploads;

    @BeforeEach
    void start() throws Exception {
        uploads = Uploads.start();
    }

    @AfterEach
    void stop() {
        uploads.close();
    }

    static Stream<Arguments> everyWay() {
        return Stream.of(
                        Arguments.of(Protocol.SFTP, "&streamDownload=true", false),
                        Arguments.of(Protocol.SFTP, "", true),
                        Arguments.of(Protocol.FTP, "&streamDownload=true", false),
                        Arguments.of(Protocol.FTP, "", true),
                        Arguments.of(Protocol.FILE, "", true))
                .flatMap(way -> TestVideo.edges().map(edge -> {
                    Object[] all =
                            Stream.of(way.get(), edge.get()).flatMap(Stream::of).toArray();
                    return Arguments.of(all);
                }));
    }

    @ParameterizedTest(name = "{0}{1}: {3} bytes, {4} at once")
    @MethodSource("everyWay")
    void aRemoteFileArrivesAndIsMovedThen(
            Protocol protocol, String options, boolean lengthKnown, int length, int parallelism) throws Exception {
        TestVideo video = TestVideo.of(length);
        try (AutoCloseable peer = protocol.peer(folder)) {
            Files.write(folder.resolve("holiday.mp4"), video.bytes());

            upload(protocol.uri(peer, folder) + options, parallelism);

            uploads.assertArrives(video, lengthKnown);
            assertThat(uploads.simulator.videos().get(0).title()).isEqualTo("holiday.mp4");
            Awaitility.await().until(() -> Files.exists(folder.resolve("done/holiday.mp4")));
            assertThat(folder.resolve("holiday.mp4")).doesNotExist();
            uploads.context.stop();
        }
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aRemoteFileStaysWhenTheUploadFails(Protocol protocol) throws Exception {
        uploads.simulator
                .faults()
                .on(RequestKind.SOURCE)
                .part(2)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));
        TestVideo video = TestVideo.of(3 * TestVideo.PART);
        try (AutoCloseable peer = protocol.peer(folder)) {
            Files.write(folder.resolve("holiday.mp4"), video.bytes());
            NotifyBuilder failed =
                    new NotifyBuilder(uploads.context).whenFailed(1).create();

            upload(protocol.uri(peer, folder) + (protocol == Protocol.FILE ? "" : "&streamDownload=true"), 2);

            Awaitility.await().until(failed::matches);
            uploads.context.stop();
            assertThat(folder.resolve("holiday.mp4")).hasBinaryContent(video.bytes());
            assertThat(folder.resolve("done/holiday.mp4")).doesNotExist();
            assertThat(uploads.simulator.videos()).isEmpty();
        }
    }

    private void upload(String from, int parallelism) throws Exception {
        uploads.context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).streamCache("false").to("apivideo:upload?parallelism=" + parallelism);
            }
        });
    }
}
