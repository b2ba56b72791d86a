// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SFTP server on loopback, over a folder. */
final class SftpPeer implements AutoCloseable {

    private final SshServer server = SshServer.setUpDefaultServer();

    SftpPeer(Path folder) throws IOException {
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator((user, password, session) -> password.equals("secret"));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder));
        server.start();
    }

    String uri() {
        return "sftp:127.0.0.1:" + server.getPort()
                + "?username=joe&password=secret&move=done&initialDelay=0&delay=100&strictHostKeyChecking=no&useUserKnownHostsFile=false";
    }

    @Override
    public void close() throws IOException {
        server.stop();
    }
}
