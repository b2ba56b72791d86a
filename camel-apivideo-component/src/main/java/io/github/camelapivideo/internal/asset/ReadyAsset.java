// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.asset;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.source.Sources;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** A small file that has been read and checked. It holds memory or an open file until it is closed. Thread-safe. */
public final class ReadyAsset {

    private final AssetFile file;
    private final String fileName;
    private final PartContent content;
    private final Executor aside;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * @param fileName the name for the service
     * @param aside closes the source if that may block for long
     */
    ReadyAsset(AssetFile file, String fileName, PartContent content, Executor aside) {
        this.file = file;
        this.fileName = fileName;
        this.content = content;
        this.aside = aside;
    }

    AssetFile file() {
        return file;
    }

    String fileName() {
        return fileName;
    }

    PartContent content() {
        return content;
    }

    /** Gives the memory back and closes the source; only the first call counts. */
    public void close() {
        if (closed.compareAndSet(false, true)) {
            content.release();
            Sources.abandon(file.source(), file.uploadId(), aside);
        }
    }
}
