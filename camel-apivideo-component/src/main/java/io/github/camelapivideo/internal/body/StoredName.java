// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.Message;
import org.apache.hc.core5.http.HeaderElement;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.message.BasicHeaderValueParser;
import org.apache.hc.core5.http.message.ParserCursor;
import org.apache.hc.core5.net.PercentCodec;

/**
 * A header with the name of the object that one of Camel's components has delivered.
 *
 * @param name finds the name in the header's value; null if it has none
 */
record StoredName(String header, UnaryOperator<String> name) {

    // Of a value of RFC 5987.
    private static final int PIECES = 3;

    /** In order of preference: the name for saving an object comes before its key. */
    static final List<StoredName> ALL = List.of(
            key("CamelSplitAttachmentId"),
            disposition("CamelAwsS3ContentDisposition"),
            key("CamelAwsS3Key"),
            key("CamelAwsS3ProducedKey"),
            disposition("CamelAzureStorageBlobContentDisposition"),
            key("CamelAzureStorageBlobBlobName"),
            key("CamelAzureStorageBlobFileName"),
            disposition("CamelAzureStorageDataLakeContentDisposition"),
            key("CamelAzureStorageDataLakeFileName"),
            disposition("CamelGoogleCloudStorageContentDisposition"),
            key("CamelGoogleCloudStorageObjectName"),
            disposition("CamelMinioContentDisposition"),
            key("CamelMinioObjectName"),
            disposition("CamelIBMCOSContentDisposition"),
            key("CamelIBMCOSKey"),
            key("CamelHwCloudObsObjectKey"),
            key("DOWNLOADED_FILE"),
            key("CamelDropboxRemotePath"),
            key("objectName"),
            disposition("Content-Disposition"));

    private static StoredName key(String header) {
        return new StoredName(header, key -> key);
    }

    private static StoredName disposition(String header) {
        return new StoredName(header, StoredName::fileName);
    }

    /** Returns the name in a message; null if it has none. */
    String in(Message message) {
        String value = message.getHeader(header, String.class);
        return value == null ? null : name.apply(value);
    }

    /**
     * Returns the file name in a header {@code Content-Disposition}, as RFC 6266 has it: that of {@code filename*} before
     * that of {@code filename}; null if there is none.
     */
    private static String fileName(String header) {
        HeaderElement disposition =
                BasicHeaderValueParser.INSTANCE.parseHeaderElement(header, new ParserCursor(0, header.length()));
        String encoded = value(disposition.getParameterByName("filename*"));
        String decoded = encoded == null ? null : decode(encoded);
        return decoded != null ? decoded : value(disposition.getParameterByName("filename"));
    }

    private static String value(NameValuePair parameter) {
        return parameter == null ? null : parameter.getValue();
    }

    /** Decodes a value of RFC 5987: charset, language and percent-encoded text; null for other values. */
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
