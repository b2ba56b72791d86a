// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.peers.SftpPeer;
import java.nio.file.Path;

class SftpUploadTest extends RemoteFileUpload {

    @Override
    RemoteFiles serve(Path folder) throws Exception {
        return RemoteFiles.of(SftpPeer.serve(folder));
    }
}
