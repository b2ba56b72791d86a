// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peers;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** An FTP server on loopback, over a folder. */
final class FtpPeer implements AutoCloseable {

    private final Listener listener;
    private final FtpServer server;

    FtpPeer(Path folder) throws FtpException {
        ListenerFactory listeners = new ListenerFactory();
        listeners.setServerAddress("127.0.0.1");
        listeners.setPort(0);
        listener = listeners.createListener();
        BaseUser joe = new BaseUser();
        joe.setName("joe");
        joe.setPassword("secret");
        joe.setHomeDirectory(folder.toString());
        joe.setAuthorities(List.of(new WritePermission()));
        FtpServerFactory servers = new FtpServerFactory();
        servers.addListener("default", listener);
        servers.getUserManager().save(joe);
        server = servers.createServer();
        server.start();
    }

    String uri() {
        return "ftp:127.0.0.1:" + listener.getPort()
                + "?username=joe&password=secret&passiveMode=true&binary=true&stepwise=false&move=done&initialDelay=0&delay=100";
    }

    @Override
    public void close() {
        server.stop();
    }
}
