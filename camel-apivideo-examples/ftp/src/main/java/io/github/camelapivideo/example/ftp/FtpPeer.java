// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.ftp;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server on loopback that serves a folder of this machine to one user. Who starts it closes it. */
final class FtpPeer implements AutoCloseable {

    private static final String USER = "camel";
    private static final String PASSWORD = "desert";

    private final Path home;
    private final Listener listener;
    private final FtpServer server;

    private FtpPeer(Path home) throws FtpException {
        this.home = home;
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress(InetAddress.getLoopbackAddress().getHostAddress());
        listeners.setPort(0);
        listener = listeners.createListener();
        FtpServerFactory servers = new FtpServerFactory();
        servers.addListener("default", listener);
        servers.getUserManager().save(user(home));
        server = servers.createServer();
    }

    private static BaseUser user(Path home) {
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(home.toString());
        user.setAuthorities(List.of(new WritePermission()));
        return user;
    }

    /** Serves the folder {@code home} inside this one. */
    static FtpPeer start(Path folder) throws IOException, FtpException {
        FtpPeer peer = new FtpPeer(folder.resolve("home"));
        Files.createDirectories(peer.inbox());
        peer.server.start();
        return peer;
    }

    /** What the user sees as {@code inbox}. */
    Path inbox() {
        return home.resolve("inbox");
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
                "ftp.host",
                listener.getServerAddress(),
                "ftp.port",
                String.valueOf(listener.getPort()),
                "ftp.user",
                USER,
                "ftp.password",
                PASSWORD,
                "ftp.quiet",
                "200");
    }

    @Override
    public void close() {
        server.stop();
    }
}
