// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Set;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.apache.sshd.sftp.server.SftpSubsystemProxy;

/** An SFTP server on loopback whose one user has a folder. Who starts it stops it. */
final class SftpPeer implements RemoteFileUpload.RemoteFiles {

    private static final String USER = "camel";
    private static final String PASSWORD = "desert";

    private final SshServer server = SshServer.setUpDefaultServer();

    private SftpPeer(Path home, SftpFileSystemAccessor files) {
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setPort(0);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        server.setSubsystemFactories(List.of(
                new SftpSubsystemFactory.Builder().withFileSystemAccessor(files).build()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
    }

    static SftpPeer serving(Path home) throws IOException {
        return started(home, SftpFileSystemAccessor.DEFAULT);
    }

    /** One whose files turn out to have other contents. */
    static SftpPeer delivering(Path home, Path content) throws IOException {
        return started(home, new SftpFileSystemAccessor() {
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
        });
    }

    private static SftpPeer started(Path home, SftpFileSystemAccessor files) throws IOException {
        SftpPeer peer = new SftpPeer(home, files);
        peer.server.start();
        return peer;
    }

    /** A consumer of everything in the folder, which polls once. */
    @Override
    public String consumer(String options) {
        return "sftp:" + USER + "@" + server.getHost() + ":" + server.getPort() + "?password=" + PASSWORD
                + "&useUserKnownHostsFile=false&strictHostKeyChecking=no&delete=true"
                + "&initialDelay=0&repeatCount=1&" + options;
    }

    @Override
    public void stop() throws IOException {
        server.stop(true);
    }
}
