// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.nio.charset.Charset;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.apache.hc.core5.net.PercentCodec;

/** The file name in a header {@code Content-Disposition}, as RFC 6266 has it. */
final class ContentDisposition {

    private static final int PIECES = 3;

    private ContentDisposition() {}

    /** The name: that of {@code filename*} before that of {@code filename}; null if there is none. */
    static String fileName(String header) {
        HeaderElement disposition =
                BasicHeaderValueParser.INSTANCE.parseHeaderElement(header, new ParserCursor(0, header.length()));
        String encoded = value(disposition.getParameterByName("filename*"));
        String decoded = encoded == null ? null : decode(encoded);
        return decoded != null ? decoded : value(disposition.getParameterByName("filename"));
    }

    private static String value(NameValuePair parameter) {
        return parameter == null ? null : parameter.getValue();
    }

    /** A value of RFC 5987: charset, language and percent-encoded text; null if it is none. */
    private static String decode(String encoded) {
        String[] pieces = encoded.split("'", PIECES);
        if (pieces.length < PIECES) {
            return null;
        }
        try {
            return PercentCodec.decode(pieces[2], Charset.forName(pieces[0]));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
