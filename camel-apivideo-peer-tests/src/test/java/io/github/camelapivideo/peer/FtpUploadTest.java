// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.peer;

import io.github.camelapivideo.peers.FtpPeer;
import java.nio.file.Path;

class FtpUploadTest extends RemoteFileUpload {

    @Override
    RemoteFiles serve(Path folder) throws Exception {
        return RemoteFiles.of(FtpPeer.serve(folder));
    }
}
