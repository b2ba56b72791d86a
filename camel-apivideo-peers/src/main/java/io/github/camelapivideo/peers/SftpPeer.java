// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server (Apache MINA SSHD) that serves a folder of this machine to one user. The caller closes it. */
public final class SftpPeer implements Closeable {

    public static final String USER = "camel";
    public static final String PASSWORD = "desert";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPairProvider hostKeys = new SimpleGeneratorHostKeyProvider();

    private SftpPeer(Path home, SftpFileSystemAccessor files) throws IOException {
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setPort(0);
        server.setKeyPairProvider(hostKeys);
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        server.setSubsystemFactories(List.of(
                new SftpSubsystemFactory.Builder().withFileSystemAccessor(files).build()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.start();
    }

    /** Starts a server. The user sees the folder as the root. */
    public static SftpPeer serve(Path home) throws IOException {
        return serve(home, SftpFileSystemAccessor.DEFAULT);
    }

    /** Starts a server that opens its files in its own way. */
    public static SftpPeer serve(Path home, SftpFileSystemAccessor files) throws IOException {
        return new SftpPeer(home, files);
    }

    public String host() {
        return server.getHost();
    }

    public int port() {
        return server.getPort();
    }

    /** Returns the line of a {@code known_hosts} file that lets a client trust this server. */
    public String knownHost() throws IOException, GeneralSecurityException {
        StringBuilder line = new StringBuilder("[" + host() + "]:" + port() + " ");
        PublicKeyEntry.appendPublicKeyEntry(
                line, hostKeys.loadKeys(null).iterator().next().getPublic());
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
