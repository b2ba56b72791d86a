// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.sftp.routes;

import org.apache.camel.builder.RouteBuilder;

/** Uploads every file of the folder. Only after its upload a file moves to done. */
public final class VideosFromSftp extends RouteBuilder {

    private static final String SERVER = "sftp:{{sftp.user}}@{{sftp.host}}:{{sftp.port}}/{{sftp.folder}}"
            + "?password=RAW({{sftp.password}})"
            + "&knownHostsFile={{sftp.knownHosts}}&useUserKnownHostsFile=false&strictHostKeyChecking=yes";

    @Override
    public void configure() {
        // readLock: a file that is still being written waits.
        from(SERVER
                        + "&streamDownload=true&stepwise=false&readLock=changed&readLockCheckInterval={{sftp.quiet}}&move=done")
                .routeId("sftp-videos")
                .streamCache("false")
                .to("apivideo:upload?uploadKey=${file:name}-${file:size}")
                .log("${file:name} is online: ${header.CamelApiVideoPlayerUrl}");
    }
}
