// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.DefaultEndpoint;

/**
 * A header in which a component says how long the body is that it gives to a route.
 *
 * @param name of the header
 * @param schemes of the endpoints that set it for the body of an exchange that begins there
 */
public record LengthHeader(String name, Set<String> schemes) {

    private static final Set<String> HTTP_SERVERS =
            Set.of("platform-http", "jetty", "servlet", "undertow", "netty-http", "rest", "rest-api", "hwcloud-obs");

    /** A remote file brings its length itself; only GridFS has nothing but the header. */
    static final LengthHeader FILE = new LengthHeader(Exchange.FILE_LENGTH, Set.of("mongodb-gridfs"));

    static final LengthHeader HTTP = new LengthHeader(Exchange.CONTENT_LENGTH, HTTP_SERVERS);

    public static final List<LengthHeader> ALL = List.of(
            FILE,
            new LengthHeader("CamelAwsS3ContentLength", Set.of("aws2-s3")),
            new LengthHeader("CamelAzureStorageBlobBlobSize", Set.of("azure-storage-blob")),
            new LengthHeader("CamelAzureStorageDataLakeFileSize", Set.of("azure-storage-datalake")),
            new LengthHeader("CamelGoogleCloudStorageContentLength", Set.of("google-storage")),
            new LengthHeader("CamelMinioContentLength", Set.of("minio")),
            new LengthHeader("CamelIBMCOSContentLength", Set.of("ibm-cos")),
            HTTP);

    /** Its value, if that can be the length of something. */
    OptionalLong in(Message message) {
        Object value = message.getHeader(name);
        String text = value == null ? "" : value.toString().trim();
        long length = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
        return length > 0 ? OptionalLong.of(length) : OptionalLong.empty();
    }

    /** Whether the exchange begins at an endpoint that sets it. */
    boolean isOfOrigin(Exchange exchange) {
        Endpoint origin = exchange.getFromEndpoint();
        if (origin == null) {
            return false;
        }
        String uri = origin.getEndpointUri();
        return schemes.contains(uri.substring(0, Math.max(0, uri.indexOf(':'))))
                || origin instanceof DefaultEndpoint known
                        && known.getComponent() != null
                        && schemes.contains(String.valueOf(known.getComponent().getDefaultName()));
    }
}
