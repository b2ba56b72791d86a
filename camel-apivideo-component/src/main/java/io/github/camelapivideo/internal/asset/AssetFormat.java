// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.asset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A format of small files: how they begin, and the extensions of their names, which the service judges. */
enum AssetFormat {
    JPG("\\A\\xFF\\xD8\\xFF", "jpg", "jpeg"),
    PNG("\\A\\x89PNG\\r\\n\\x1A\\n", "png"),
    WEBP("(?s)\\ARIFF.{4}WEBP", "webp"),
    VTT("\\A(\\xEF\\xBB\\xBF)?WEBVTT([ \\t\\r\\n]|\\z)", "vtt");

    private final Pattern beginning;
    private final List<String> extensions;

    AssetFormat(String beginning, String... extensions) {
        this.beginning = Pattern.compile(beginning);
        this.extensions = List.of(extensions);
    }

    /** Returns true if a file with these first bytes has this format. */
    boolean begins(byte[] bytes) {
        return beginning.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).find();
    }

    /** Returns the name of the format in messages. */
    String text() {
        return extensions.get(0);
    }

    /** Returns true if the name has an extension of this format. */
    boolean fits(String name) {
        return extensions.contains(extension(name));
    }

    /** Returns the name with the extension in lower case; with one of this format in place of another. */
    String named(String name) {
        String extension = fits(name) ? extension(name) : text();
        return withoutExtension(name) + "." + extension;
    }

    /** Returns the extension in lower case; empty if the name has none. */
    static String extension(String name) {
        return name.substring(withoutExtension(name).length())
                .replaceFirst("\\.", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String withoutExtension(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
