// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.sftp.demo;

import io.github.camelapivideo.peers.SftpPeer;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * An SFTP server in this process. The caller closes it.
 *
 * @param inbox the folder that the user sees as {@code inbox}
 * @param knownHosts the file that lets a client trust the server
 */
record DemoServer(Path inbox, Path knownHosts, SftpPeer server) implements Closeable {

    /** Starts a server of the folder {@code home} inside this one. */
    static DemoServer start(Path folder) throws IOException, GeneralSecurityException {
        Path home = folder.resolve("home");
        Path inbox = Files.createDirectories(home.resolve("inbox"));
        SftpPeer server = SftpPeer.serve(home);
        Path knownHosts = Files.writeString(folder.resolve("known_hosts"), server.knownHost() + System.lineSeparator());
        return new DemoServer(inbox, knownHosts, server);
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
                "sftp.host",
                server.host(),
                "sftp.port",
                String.valueOf(server.port()),
                "sftp.user",
                SftpPeer.USER,
                "sftp.password",
                SftpPeer.PASSWORD,
                "sftp.knownHosts",
                knownHosts.toString(),
                "sftp.quiet",
                "200");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
