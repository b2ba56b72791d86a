// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server on loopback whose one user has a folder. Who starts it stops it. */
final class FtpPeer implements RemoteFileUpload.RemoteFiles {

    private static final String USER = "camel";
    private static final String PASSWORD = "desert";

    private final Listener listener;
    private final FtpServer server;

    private FtpPeer(Path home, CommandFactoryFactory commands) throws FtpException {
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress(InetAddress.getLoopbackAddress().getHostAddress());
        listeners.setPort(0);
        listener = listeners.createListener();
        FtpServerFactory servers = new FtpServerFactory();
        servers.addListener("default", listener);
        servers.setCommandFactory(commands.createCommandFactory());
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

    static FtpPeer serving(Path home) throws FtpException {
        return started(home, new CommandFactoryFactory());
    }

    /** One that does not deliver whole files. */
    static FtpPeer cutting(Path home, CutDownload cut) throws FtpException {
        CommandFactoryFactory commands = new CommandFactoryFactory();
        commands.addCommand("RETR", cut);
        return started(home, commands);
    }

    private static FtpPeer started(Path home, CommandFactoryFactory commands) throws FtpException {
        FtpPeer peer = new FtpPeer(home, commands);
        peer.server.start();
        return peer;
    }

    /** A consumer of everything in the folder, which polls once. */
    @Override
    public String consumer(String options) {
        return "ftp:" + USER + "@" + listener.getServerAddress() + ":" + listener.getPort() + "?password=" + PASSWORD
                + "&passiveMode=true&binary=true&delete=true&initialDelay=0&repeatCount=1&" + options;
    }

    @Override
    public void stop() {
        server.stop();
    }
}
