// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/**
 * The content of a body, by its first bytes.
 *
 * @param kind its name in messages; null if it may be a video
 * @param type its media type
 * @param remedy the step that extracts a video from it; null if it contains none
 */
record Content(String kind, String type, String remedy) {

    private static final String ARCHIVE = "an archive";
    private static final String DOCUMENT = "a document";

    // The kind of a type is that of its first ancestor, itself included, in this table.
    private static final Map<String, String> KINDS = kinds();

    private static final Pattern MULTIPART = Pattern.compile(
            "\\A(?:[\\t -~\\r\\n]{0,500}\\n)?--[^\\r\\n]{1,200}\\r?\\n(?i:content|mime|x)-[A-Za-z-]{1,60}:");
    private static final int HEADER_BYTES = 1024;

    // What most videos begin with: ISO base media (its major brands for videos; others are for pictures), Matroska.
    private static final Set<String> VIDEO_BRANDS =
            Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VH", "dash", "qt  ");
    private static final int TYPE_AT = 4;
    private static final int BRAND_AT = 8;
    private static final int BRAND_END = 12;
    private static final byte[] MATROSKA = {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3};

    /** Loaded with the first body that is not known by sight: it takes about a third of a second. */
    private static final class Types {
        static final MimeTypes ALL = MimeTypes.getDefaultMimeTypes(Content.class.getClassLoader());
    }

    static Content of(byte[] beginning) {
        if (isKnownVideo(beginning)) {
            return new Content(null, "video/*", null);
        }
        if (MULTIPART.matcher(header(beginning)).find()) {
            return new Content(
                    "a multipart body",
                    "multipart/*",
                    "Put .unmarshal().mimeMultipart() before the upload,"
                            + " or let the consumer hand over its parts as attachments");
        }
        MediaType type = detect(beginning);
        if (type.equals(MediaType.application("gzip"))) {
            return new Content("gzip", type.toString(), "Put .unmarshal().gzipDeflater() before the upload");
        }
        return new Content(kind(type).orElse(null), type.toString(), null);
    }

    // A search through all types takes longer than a request for a small video.
    private static boolean isKnownVideo(byte[] beginning) {
        if (beginning.length < BRAND_END) {
            return false;
        }
        String start = new String(beginning, 0, BRAND_END, ISO_8859_1);
        return start.startsWith("ftyp", TYPE_AT) && VIDEO_BRANDS.contains(start.substring(BRAND_AT))
                || Arrays.mismatch(MATROSKA, beginning) == MATROSKA.length;
    }

    private static String header(byte[] beginning) {
        return new String(beginning, 0, Math.min(beginning.length, HEADER_BYTES), ISO_8859_1);
    }

    private static MediaType detect(byte[] beginning) {
        try {
            return Types.ALL.detect(new ByteArrayInputStream(beginning), new Metadata());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> kind(MediaType type) {
        if (type.getType().equals("image")) {
            return Optional.of("a picture");
        }
        return Stream.iterate(type, Types.ALL.getMediaTypeRegistry()::getSupertype)
                .takeWhile(ancestor -> ancestor != null)
                .map(ancestor -> KINDS.get(ancestor.getBaseType().toString()))
                .filter(kind -> kind != null)
                .findFirst();
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("text/html", "an HTML page");
        kinds.put("application/xhtml+xml", "an HTML page");
        kinds.put("application/xml", "an XML document");
        kinds.put("application/vnd.apple.mpegurl", "a playlist");
        kinds.put("text/plain", "text");
        List.of("pdf", "postscript", "x-tika-msoffice", "x-tika-ooxml", "rtf")
                .forEach(name -> kinds.put("application/" + name, DOCUMENT));
        List.of(
                        "zip",
                        "x-tar",
                        "x-bzip",
                        "x-xz",
                        "x-7z-compressed",
                        "x-rar-compressed",
                        "zstd",
                        "x-lz4",
                        "x-compress",
                        "x-cpio",
                        "vnd.ms-cab-compressed",
                        "zlib")
                .forEach(name -> kinds.put("application/" + name, ARCHIVE));
        return kinds;
    }

    boolean mayBeVideo() {
        return kind == null;
    }

    String text() {
        return kind + " (" + type + ")";
    }
}
