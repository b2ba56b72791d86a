// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.peers.FtpPeer;
import io.github.camelapivideo.peers.SftpPeer;
import java.io.Closeable;
import java.io.IOException;

/** The files of a server, and the server, which ends with them. */
record RemoteFiles(String uri, Closeable server) implements Closeable {

    private static final String ONE_POLL = "&delete=true&initialDelay=0&repeatCount=1&";

    static RemoteFiles of(FtpPeer server) {
        return new RemoteFiles(
                "ftp:" + FtpPeer.USER + "@" + server.host() + ":" + server.port() + "?password=" + FtpPeer.PASSWORD
                        + "&passiveMode=true&binary=true",
                server);
    }

    static RemoteFiles of(SftpPeer server) {
        return new RemoteFiles(
                "sftp:" + SftpPeer.USER + "@" + server.host() + ":" + server.port() + "?password=" + SftpPeer.PASSWORD
                        + "&useUserKnownHostsFile=false&strictHostKeyChecking=no",
                server);
    }

    /** Returns the URI of an endpoint that consumes every file and polls once. */
    String consumer(String options) {
        return uri + ONE_POLL + options;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
