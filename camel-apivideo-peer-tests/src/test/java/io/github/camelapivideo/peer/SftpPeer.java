// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on loopback whose one user has a folder. Who starts it stops it. */
final class SftpPeer implements RemoteFileUpload.RemoteFiles {

    private static final String USER = "camel";
    private static final String PASSWORD = "desert";

    private final SshServer server = SshServer.setUpDefaultServer();

    private SftpPeer(Path home) {
        server.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        server.setPort(0);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator((user, password, session) -> USER.equals(user) && PASSWORD.equals(password));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
    }

    static SftpPeer serving(Path home) throws IOException {
        SftpPeer peer = new SftpPeer(home);
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
