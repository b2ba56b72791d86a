// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.sftp.demo;

import io.github.camelapivideo.example.testing.RemoteFolderExample;
import java.nio.file.Path;

class SftpExampleTest extends RemoteFolderExample {

    SftpExampleTest() {
        super(SftpExample.class, SftpExample.application());
    }

    @Override
    protected RemoteFolder serve(Path folder) throws Exception {
        DemoServer server = DemoServer.start(folder);
        return new RemoteFolder(server.inbox(), server.settings(), server);
    }
}
