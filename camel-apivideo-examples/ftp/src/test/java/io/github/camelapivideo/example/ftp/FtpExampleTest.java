// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.ftp;

import io.github.camelapivideo.example.testing.RemoteFolderExample;
import java.nio.file.Path;
import org.apache.camel.main.Main;

class FtpExampleTest extends RemoteFolderExample {

    FtpExampleTest() {
        super(FtpExample.class, new Main());
    }

    @Override
    protected RemoteFolder serve(Path folder) throws Exception {
        FtpPeer server = FtpPeer.start(folder);
        return new RemoteFolder(server.inbox(), server.settings(), server);
    }
}
