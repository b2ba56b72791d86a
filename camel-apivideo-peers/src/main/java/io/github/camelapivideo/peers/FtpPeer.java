// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import java.io.Closeable;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server (Apache FtpServer) that serves a folder of this machine to one user. The caller closes it. */
public final class FtpPeer implements Closeable {

    public static final String USER = "camel";
    public static final String PASSWORD = "desert";

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
        server.start();
    }

    private static BaseUser user(Path home) {
        BaseUser user = new BaseUser();
        user.setName(USER);
        user.setPassword(PASSWORD);
        user.setHomeDirectory(home.toString());
        user.setAuthorities(List.of(new WritePermission()));
        return user;
    }

    /** Starts a server. The user sees the folder as the root. */
    public static FtpPeer serve(Path home) throws FtpException {
        return new FtpPeer(home, new CommandFactoryFactory());
    }

    /**
     * Starts a server that carries out one command in its own way.
     *
     * @param name of the command, as in {@code RETR}
     */
    public static FtpPeer serve(Path home, String name, Command command) throws FtpException {
        CommandFactoryFactory commands = new CommandFactoryFactory();
        commands.addCommand(name, command);
        return new FtpPeer(home, commands);
    }

    public String host() {
        return listener.getServerAddress();
    }

    public int port() {
        return listener.getPort();
    }

    @Override
    public void close() {
        server.stop();
    }
}
