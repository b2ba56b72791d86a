// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.kafkacluster.routes;

import io.github.camelapivideo.ApiVideoConstants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Ordered;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * Keeps the container of each file in a folder. A restarted coordinator plans the same parts of the same video, and the
 * workers skip the parts that the service has. For one coordinator at a time.
 */
public final class VideoIds {

    private final Path folder;

    VideoIds(Path folder) {
        this.folder = folder;
    }

    /** Returns the container of this file; null if it has none yet. */
    public String find(Exchange exchange) throws IOException {
        Path record = record(exchange);
        return Files.exists(record) ? Files.readString(record) : null;
    }

    /** Keeps the container of this file. */
    public void remember(Exchange exchange) throws IOException {
        Path record = record(exchange);
        Files.createDirectories(folder);
        String videoId = exchange.getMessage().getHeader(ApiVideoConstants.VIDEO_ID, String.class);
        Path half = Files.writeString(record.resolveSibling(record.getFileName() + ".half"), videoId);
        Files.move(half, record, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Forgets the file after it has left the inbox. Forgotten earlier, it could become a second video. */
    void forgetAfterwards(Exchange exchange) {
        Path record = record(exchange);
        exchange.getExchangeExtension().addOnCompletion(new SynchronizationAdapter() {
            @Override
            public void onComplete(Exchange completed) {
                try {
                    Files.deleteIfExists(record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }

            @Override
            public int getOrder() {
                return Ordered.LOWEST;
            }
        });
    }

    /** Another file of the same name has another record. */
    private Path record(Exchange exchange) {
        Message file = exchange.getMessage();
        return folder.resolve("%s-%s-%s.videoId"
                .formatted(
                        file.getHeader(Exchange.FILE_NAME),
                        file.getHeader(Exchange.FILE_LENGTH),
                        file.getHeader(Exchange.FILE_LAST_MODIFIED)));
    }
}
