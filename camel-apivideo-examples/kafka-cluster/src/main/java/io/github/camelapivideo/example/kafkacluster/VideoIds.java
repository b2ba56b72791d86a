// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster;

import io.github.camelapivideo.ApiVideoConstants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.apache.camel.Header;

/**
 * Which container a file goes into, kept beside the files: a coordinator that is started again plans the same parts of
 * the same video, and the workers do not send what the service has. For one coordinator at a time.
 */
public final class VideoIds {

    private final Path folder;

    VideoIds(Path folder) {
        this.folder = folder;
    }

    /** The container of this file; null if there is none yet. */
    public String find(@Header(Exchange.FILE_NAME) String fileName) throws IOException {
        Path record = record(fileName);
        return Files.exists(record) ? Files.readString(record) : null;
    }

    /** The file goes into this container. */
    public void remember(
            @Header(Exchange.FILE_NAME) String fileName, @Header(ApiVideoConstants.VIDEO_ID) String videoId)
            throws IOException {
        Files.createDirectories(folder);
        Path half = Files.writeString(folder.resolve(fileName + ".half"), videoId);
        Files.move(half, record(fileName), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The file is done with. */
    public void forget(@Header(Exchange.FILE_NAME) String fileName) throws IOException {
        Files.deleteIfExists(record(fileName));
    }

    private Path record(String fileName) {
        return folder.resolve(fileName + ".videoId");
    }
}
