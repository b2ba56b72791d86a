// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.camel.Message;

/**
 * The header in which one of Camel's components says what the object is called that it has delivered.
 *
 * @param name finds the name in the header's value; null if it has none
 */
record StoredName(String header, UnaryOperator<String> name) {

    /** In the order in which they are looked at: what an object is to be saved as says more than its key. */
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
        return new StoredName(header, ContentDisposition::fileName);
    }

    /** The name in a message; null if it has none. */
    String in(Message message) {
        String value = message.getHeader(header, String.class);
        return value == null ? null : name.apply(value);
    }
}
