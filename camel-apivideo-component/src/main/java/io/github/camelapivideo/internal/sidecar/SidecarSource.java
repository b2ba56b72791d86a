// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.sidecar;

import io.github.camelapivideo.internal.asset.AssetFile;
import io.github.camelapivideo.internal.asset.AssetKind;
import io.github.camelapivideo.internal.asset.AssetOrigin;
import io.github.camelapivideo.internal.body.BodySources;
import io.github.camelapivideo.internal.body.FileName;
import io.github.camelapivideo.internal.input.ExchangeValues;
import io.github.camelapivideo.internal.source.PartSource;
import io.github.camelapivideo.internal.text.LogSafe;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.camel.support.ResourceHelper;

/**
 * A file in a header: whatever a body can be, the text of captions, or the address of a file or resource.
 *
 * @param file the open file
 */
record SidecarSource(AssetFile file) {

    private static final String FILE = "file:";
    private static final String CLASSPATH = "classpath:";

    /** @param origin names the header in messages */
    static SidecarSource open(ExchangeValues values, AssetKind kind, String origin, Object value) throws IOException {
        try {
            Object content = content(values, kind, value);
            FileName name =
                    FileName.ofContent(isResource(value) ? value.toString().substring(CLASSPATH.length()) : content);
            PartSource source = values.settings().checked(BodySources.ofValue(content, values.exchange()));
            AssetOrigin named = new AssetOrigin(origin + ":", name.known() ? name.text() : kind.defaultName(), false);
            return new SidecarSource(new AssetFile(
                    values.exchange().getExchangeId(),
                    kind,
                    named,
                    source,
                    values.settings().sourceTimeout()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(origin + ": " + e.getMessage().replaceFirst("^The body", "it"), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(origin + ": it cannot be opened: " + LogSafe.brief(e.toString()), e);
        }
    }

    private static boolean isResource(Object value) {
        return value instanceof CharSequence text && text.toString().startsWith(CLASSPATH);
    }

    private static Object content(ExchangeValues values, AssetKind kind, Object value) throws IOException {
        if (!(value instanceof CharSequence characters)) {
            return value;
        }
        String text = characters.toString();
        if (kind.isContent(text)) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        if (text.startsWith(FILE)) {
            return new File(text.substring(FILE.length()).replaceFirst("^//(?=/)", ""));
        }
        if (isResource(text)) {
            return resource(values, text);
        }
        throw new IllegalArgumentException("'" + LogSafe.brief(text) + "' is a text: allowed are file:…, classpath:…"
                + (kind.isText() ? ", and the text of a WebVTT file, which begins with WEBVTT" : ""));
    }

    private static Object resource(ExchangeValues values, String text) {
        try {
            return ResourceHelper.resolveMandatoryResourceAsInputStream(
                    values.exchange().getContext(), text);
        } catch (IOException e) {
            throw new IllegalArgumentException("'" + LogSafe.brief(text) + "' does not exist", e);
        }
    }
}
