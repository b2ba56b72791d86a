// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.asset;

import static io.github.camelapivideo.internal.asset.AssetFormat.JPG;
import static io.github.camelapivideo.internal.asset.AssetFormat.PNG;
import static io.github.camelapivideo.internal.asset.AssetFormat.VTT;
import static io.github.camelapivideo.internal.asset.AssetFormat.WEBP;

import io.github.camelapivideo.internal.option.NamedValue;
import io.github.camelapivideo.internal.part.ContentInspector.FirstBytes;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.source.PartSource;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A kind of small files beside a video: the length and the formats that they may have. */
public enum AssetKind {
    THUMBNAIL("A thumbnail", "image/", 8_000_000, JPG, PNG, WEBP),
    LOGO("A logo", "image/", 102_400, JPG, PNG),
    WATERMARK("A watermark", "image/", AssetKind.UNKNOWN, JPG, PNG),
    CAPTION("A caption", "text/vtt", AssetKind.UNKNOWN, VTT),
    CHAPTERS("A file of chapters", "text/vtt", AssetKind.UNKNOWN, VTT);

    private static final long UNKNOWN = 0;

    // The service documents no limit. One request carries at most 200 MiB; a stream has to fit into memory.
    private static final long LONGEST_FILE = 200L * 1024 * 1024;
    private static final long LONGEST_STREAM = 32L * 1024 * 1024;
    private static final Pattern TEXT_BEGINNING = Pattern.compile("\\uFEFF?WEBVTT");

    private final String text;
    private final String mediaType;
    private final long limit;
    private final List<AssetFormat> formats;

    AssetKind(String text, String mediaType, long limit, AssetFormat... formats) {
        this.text = text;
        this.mediaType = mediaType;
        this.limit = limit;
        this.formats = List.of(formats);
    }

    /** Returns the name of a file that has none. */
    public String defaultName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind in words. */
    public String text() {
        return text;
    }

    /** Returns the beginning of the media type of an attachment of this kind. */
    public String mediaType() {
        return mediaType;
    }

    /** Returns true if text can be a file of this kind. */
    public boolean isText() {
        return formats.contains(VTT);
    }

    /** Returns true if this text is the content of such a file, and not where it is. */
    public boolean isContent(CharSequence text) {
        return isText() && TEXT_BEGINNING.matcher(text).lookingAt();
    }

    /** Returns the most bytes that are read from a source. */
    public long longest(PartSource source) {
        return limit != UNKNOWN ? limit : source.isBuffered() ? LONGEST_STREAM : LONGEST_FILE;
    }

    /**
     * Checks what was read.
     *
     * @param origin the beginning of a sentence in messages
     * @param content as much as was read
     * @param longest the most bytes that could be read
     * @param whenEmpty the likely cause of an empty source
     * @return the name for the service, whose extension fits the content
     * @throws IllegalArgumentException if it cannot be a file of this kind
     */
    public String check(AssetOrigin origin, PartContent content, long longest, String whenEmpty) throws IOException {
        if (content.length() == 0) {
            throw new IllegalArgumentException(origin.text() + " is empty" + whenEmpty);
        }
        if (!content.last()) {
            throw new IllegalArgumentException(
                    origin.text() + " has more than " + longest + " bytes: " + text + " may have at most " + longest);
        }
        AssetFormat format = format(origin, content);
        if (origin.nameIsSet() && origin.hasExtension() && !format.fits(origin.fileName())) {
            throw new IllegalArgumentException(NamedValue.of("fileName", origin.fileName()) + ": the content is "
                    + format.text() + "; allowed are names without an extension, or with one that fits");
        }
        return format.named(origin.fileName());
    }

    private AssetFormat format(AssetOrigin origin, PartContent content) throws IOException {
        if (isText()) {
            VttCheck.check(origin.text(), content);
            return VTT;
        }
        byte[] beginning = FirstBytes.of(content);
        return formats.stream()
                .filter(format -> format.begins(beginning))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(origin.text() + " does not begin like an image: " + text
                        + " may be " + formats.stream().map(AssetFormat::text).collect(Collectors.joining(", "))));
    }
}
