// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.part.PartStore;
import io.github.camelapivideo.internal.part.SourceException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A source with a declared length. It reads no more than promised, so that a source of another length is refused before
 * its last part, or the first byte beyond the promised length, is sent. For one thread at a time; closes the inner
 * source.
 */
public final class MeasuredSource implements PartSource {

    private final PartSource source;
    private final DeclaredLength declared;
    private long read;

    /** @param source the inner source; closed together with this one */
    public MeasuredSource(PartSource source, DeclaredLength declared) {
        this.source = source;
        this.declared = declared;
    }

    @Override
    public Optional<DeclaredLength> declaredLength() {
        return Optional.of(declared);
    }

    @Override
    public PartContent next(long partSize, PartStore store, Runnable moved) throws IOException {
        PartContent content = source.next(declared.atMost(partSize, read), store, moved);
        try {
            read += content.length();
            if (content.last()) {
                declared.check(read, SourceException::new);
            } else {
                declared.checkUnfinished(read);
            }
            return content;
        } catch (SourceException e) {
            content.release();
            throw e;
        }
    }

    @Override
    public void holdTo(long bytesPerSecond, Duration window) {
        source.holdTo(bytesPerSecond, window);
    }

    @Override
    public OptionalLong length() {
        return source.length();
    }

    @Override
    public boolean isBuffered() {
        return source.isBuffered();
    }

    @Override
    public boolean isPrompt() {
        return source.isPrompt();
    }

    @Override
    public String whenEmpty() {
        return source.whenEmpty();
    }

    @Override
    public boolean closesPromptly() {
        return source.closesPromptly();
    }

    @Override
    public void cutOff() throws IOException {
        source.cutOff();
    }

    @Override
    public void abandon() throws IOException {
        source.abandon();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
