// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.ftp.demo;

import io.github.camelapivideo.peers.FtpPeer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ftpserver.ftplet.FtpException;

/**
 * An FTP server in this process. The caller closes it.
 *
 * @param inbox the folder that the user sees as {@code inbox}
 */
record DemoServer(Path inbox, FtpPeer server) implements Closeable {

    /** Starts a server of the folder {@code home} inside this one. */
    static DemoServer start(Path folder) throws IOException, FtpException {
        Path home = folder.resolve("home");
        Path inbox = Files.createDirectories(home.resolve("inbox"));
        return new DemoServer(inbox, FtpPeer.serve(home));
    }

    /** Returns whether a video is left that the route has not moved. */
    boolean hasVideos() throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.anyMatch(Files::isRegularFile);
        }
    }

    /** Returns the settings of the route. */
    Map<String, String> settings() {
        return Map.of(
                "ftp.host",
                server.host(),
                "ftp.port",
                String.valueOf(server.port()),
                "ftp.user",
                FtpPeer.USER,
                "ftp.password",
                FtpPeer.PASSWORD,
                "ftp.quiet",
                "200");
    }

    @Override
    public void close() {
        server.close();
    }
}
