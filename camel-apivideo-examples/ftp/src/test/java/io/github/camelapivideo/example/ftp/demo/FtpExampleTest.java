// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.ftp.demo;

import io.github.camelapivideo.example.testing.RemoteFolderExample;
import java.nio.file.Path;
import org.apache.camel.main.Main;

class FtpExampleTest extends RemoteFolderExample {

    FtpExampleTest() {
        super(FtpExample.class, new Main());
    }

    @Override
    protected RemoteFolder serve(Path folder) throws Exception {
        DemoServer server = DemoServer.start(folder);
        return new RemoteFolder(server.inbox(), server.settings(), server);
    }
}
