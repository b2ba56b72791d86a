// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.sftp;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on loopback that serves a folder of this machine to one user. Who starts it closes it. */
final class SftpPeer implements AutoCloseable {

    private static final String USER = "camel";
    private static final String PASSWORD = "desert";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPairProvider hostKeys = new SimpleGeneratorHostKeyProvider();
    private final Path folder;

    private SftpPeer(Path folder) {
        this.folder = folder;
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setPort(0);
        server.setKeyPairProvider(hostKeys);
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(inbox().getParent()));
    }

    /** Serves the folder {@code home} inside this one, and leaves beside it whom a client is to trust. */
    static SftpPeer start(Path folder) throws IOException, GeneralSecurityException {
        SftpPeer peer = new SftpPeer(folder);
        Files.createDirectories(peer.inbox());
        peer.server.start();
        peer.writeKnownHosts();
        return peer;
    }

    private void writeKnownHosts() throws IOException, GeneralSecurityException {
        StringBuilder line = new StringBuilder("[" + server.getHost() + "]:" + server.getPort() + " ");
        PublicKeyEntry.appendPublicKeyEntry(
                line, hostKeys.loadKeys(null).iterator().next().getPublic());
        Files.writeString(knownHosts(), line + System.lineSeparator());
    }

    private Path knownHosts() {
        return folder.resolve("known_hosts");
    }

    /** What the user sees as {@code inbox}. */
    Path inbox() {
        return folder.resolve("home").resolve("inbox");
    }

    /** Whether a video is still there that the route has not moved. */
    boolean hasVideos() throws IOException {
        try (Stream<Path> files = Files.list(inbox())) {
            return files.anyMatch(Files::isRegularFile);
        }
    }

    /** What the route has to know. */
    Map<String, String> settings() {
        return Map.of(
                "sftp.host",
                server.getHost(),
                "sftp.port",
                String.valueOf(server.getPort()),
                "sftp.user",
                USER,
                "sftp.password",
                PASSWORD,
                "sftp.knownHosts",
                knownHosts().toString(),
                "sftp.quiet",
                "200");
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
