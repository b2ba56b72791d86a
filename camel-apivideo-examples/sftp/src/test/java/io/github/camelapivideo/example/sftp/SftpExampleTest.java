// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.sftp;

import io.github.camelapivideo.example.testing.RemoteFolderExample;
import java.nio.file.Path;

class SftpExampleTest extends RemoteFolderExample {

    SftpExampleTest() {
        super(SftpExample.class, SftpExample.application());
    }

    @Override
    protected RemoteFolder serve(Path folder) throws Exception {
        SftpPeer server = SftpPeer.start(folder);
        return new RemoteFolder(server.inbox(), server.settings(), server);
    }
}
