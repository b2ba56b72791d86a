// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.internal.source.DeclaredLength;
import io.github.camelapivideo.internal.source.FilePartSource;
import io.github.camelapivideo.internal.source.MeasuredSource;
import io.github.camelapivideo.internal.source.MemoryPartSource;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.source.RangedSource;
import io.github.camelapivideo.internal.source.StreamKind;
import io.github.camelapivideo.internal.source.StreamPartSource;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.camel.Exchange;
import org.apache.camel.NoTypeConversionAvailableException;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConversionException;
import org.apache.camel.WrappedFile;

/** Finds the source in a body: a file is read in place, bytes in memory where they are, the rest as a stream. */
public final class BodySources {

    private BodySources() {}

    private record Kind<B>(Class<B> type, Opening<B> opening) {

        boolean fits(Object body) {
            return type.isInstance(body);
        }

        PartSource open(Object body, Exchange exchange) throws IOException {
            return opening.open(type.cast(body), exchange);
        }
    }

    @FunctionalInterface
    private interface Opening<B> {
        PartSource open(B body, Exchange exchange) throws IOException;
    }

    // The first that fits. A stream cache comes before streams, because it may also be one.
    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(WrappedFile.class, BodySources::unwrap),
            new Kind<>(File.class, (file, exchange) -> FilePartSource.open(file.toPath())),
            new Kind<>(Path.class, (file, exchange) -> read(file)),
            new Kind<>(byte[].class, (bytes, exchange) -> new MemoryPartSource(ByteBuffer.wrap(bytes))),
            new Kind<>(ByteBuffer.class, (bytes, exchange) -> new MemoryPartSource(bytes)),
            new Kind<>(StreamCache.class, BodySources::replay),
            new Kind<>(InputStream.class, BodySources::readOnce),
            new Kind<>(Object.class, BodySources::convert));

    /**
     * Returns the source in the exchange's body.
     *
     * @throws IllegalArgumentException if there is none, or if it has another length than was promised
     */
    public static PartSource open(Exchange exchange, LengthCheck check) throws IOException {
        return open(exchange, VideoBody.certain(exchange), check);
    }

    /** Returns the source in what was chosen of the exchange. */
    public static PartSource open(Exchange exchange, VideoBody body, LengthCheck check) throws IOException {
        return measured(open(body.content(), exchange), body.content(), exchange, check);
    }

    /**
     * Returns the source of one part.
     *
     * @param range the place of the part in the body; null if the body is the part
     * @throws IllegalArgumentException if there is none, or if the body has another length than was promised
     */
    public static PartSource open(Exchange exchange, PartRange range, LengthCheck check) throws IOException {
        PartSource whole = open(exchange, check);
        if (range == null || !range.isOfWhole()) {
            return whole;
        }
        if (whole instanceof RangedSource ranged) {
            return part(ranged, range);
        }
        whole.abandon();
        throw new IllegalArgumentException("Header " + ApiVideoConstants.PART_FROM + "=" + range.from()
                + ": possible for a file or bytes, not for a stream; let the body be the part itself");
    }

    private static PartSource part(RangedSource whole, PartRange range) throws IOException {
        try {
            range.checkWhole(whole.length().orElseThrow());
        } catch (IllegalArgumentException e) {
            whole.close();
            throw e;
        }
        return whole.range(range.from(), range.length());
    }

    /** Returns the source in a value that is not the body. */
    public static PartSource ofValue(Object value, Exchange exchange) throws IOException {
        return open(value, exchange);
    }

    private static PartSource open(Object body, Exchange exchange) throws IOException {
        if (body == null) {
            throw new IllegalArgumentException("The body is null: there is nothing to upload");
        }
        for (Kind<?> kind : KINDS) {
            if (kind.fits(body)) {
                return kind.open(body, exchange);
            }
        }
        throw new IllegalStateException("Every body is an Object");
    }

    private static PartSource unwrap(WrappedFile<?> wrapped, Exchange exchange) throws IOException {
        return open(wrapped.getFile() instanceof File file ? file : wrapped.getBody(), exchange);
    }

    private static PartSource read(Path file) throws IOException {
        try {
            return FilePartSource.open(file);
        } catch (UnsupportedOperationException e) {
            // Some file systems do not read from any place.
            return new StreamPartSource(Files.newInputStream(file), StreamKind.MADE);
        }
    }

    private static PartSource replay(StreamCache cache, Exchange exchange) throws IOException {
        InputStream stream = CachedBody.open(cache, exchange, copy -> toStream(copy, exchange));
        return new StreamPartSource(stream, StreamKind.KEPT);
    }

    private static PartSource readOnce(InputStream stream, Exchange exchange) {
        return readOnce(stream, stream, exchange);
    }

    /** @param taken the object that can be read only once: the stream, or the source of the stream */
    private static PartSource readOnce(Object taken, Object body, Exchange exchange) {
        StreamReuseCheck.take(taken, exchange);
        StreamPartSource source = new StreamPartSource(toStream(body, exchange), StreamKind.LIVE);
        StreamReuseCheck.giveBackIfDrained(taken, source.drained(), exchange);
        return source;
    }

    private static PartSource convert(Object body, Exchange exchange) throws IOException {
        if (VideoBody.isData(body)) {
            return DataBody.open(body, exchange);
        }
        return StreamReuseCheck.readOnceIn(body)
                .map(taken -> readOnce(taken, body, exchange))
                .orElseGet(() -> made(body, exchange));
    }

    private static PartSource made(Object body, Exchange exchange) {
        InputStream stream = toStream(body, exchange);
        // Some bodies give the same stream to each reader.
        StreamReuseCheck.take(stream, exchange);
        return new StreamPartSource(stream, StreamKind.MADE);
    }

    private static InputStream toStream(Object body, Exchange exchange) {
        if (body instanceof InputStream stream) {
            return stream;
        }
        try {
            return exchange.getContext().getTypeConverter().mandatoryConvertTo(InputStream.class, exchange, body);
        } catch (NoTypeConversionAvailableException | TypeConversionException e) {
            throw new IllegalArgumentException(
                    "The body is a " + body.getClass().getName()
                            + ", which no type converter turns into an InputStream; allowed are files, streams, bytes"
                            + " and what Camel converts to a stream",
                    e);
        }
    }

    private static PartSource measured(PartSource source, Object body, Exchange exchange, LengthCheck check)
            throws IOException {
        Optional<DeclaredLength> said = new LengthEvidence(exchange, check).of(body);
        OptionalLong own = source.length().isPresent() ? source.length() : BodyLength.of(body, exchange);
        if (own.isEmpty()) {
            return said.<PartSource>map(length -> new MeasuredSource(source, length))
                    .orElse(source);
        }
        try {
            if (said.isPresent()) {
                said.get().check(own.getAsLong(), IllegalArgumentException::new);
            }
        } catch (IllegalArgumentException e) {
            source.abandon();
            throw e;
        }
        return source.length().isPresent()
                ? source
                : new MeasuredSource(source, DeclaredLength.own(own.getAsLong(), check.trust()));
    }
}
