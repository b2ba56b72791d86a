// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.internal.source.DeclaredLength;
import java.io.File;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Finds the declared length of a body, and whether it belongs to this body. A length belongs to a body if the body
 * itself has it, or if the body is the stream, or Camel's cache of the stream, of the remote file or object with
 * which the exchange began. Unpacked content of an archive, a part of a split, the answer of a called service and a
 * body in memory have no declared length.
 */
public final class LengthEvidence {

    // Set by GenericFileConsumer; copied by splits, by pollEnrich and through seda.
    private static final String FILE = "CamelFileExchangeFile";

    private static final Pattern PACKED = Pattern.compile(
            ".*\\.(zip|jar|tar|tgz|gz|bz2|xz|zst|lz4|lzma|7z|rar|pgp|gpg|asc|enc|b64|base64)",
            Pattern.CASE_INSENSITIVE);

    private final Exchange exchange;
    private final Message message;
    private final LengthCheck check;

    public LengthEvidence(Exchange exchange, LengthCheck check) {
        this.exchange = exchange;
        this.message = exchange.getMessage();
        this.check = check;
    }

    /**
     * Returns the length that something else declares for a body; empty for an attachment, which headers do not
     * describe.
     */
    Optional<DeclaredLength> of(Object body) {
        if (VideoBody.isData(body)) {
            return Optional.empty();
        }
        return (body instanceof WrappedFile<?> wrapped ? ofFile(wrapped) : ofOrigin(body))
                .or(() -> ofHeader(BodyLength.content(body)))
                .or(this::hint);
    }

    /**
     * Returns the length of a body if it is certain without reading the body.
     *
     * @throws IllegalArgumentException if it has another length than was promised for it
     */
    public OptionalLong certain(Object body) {
        Optional<DeclaredLength> said = of(body);
        OptionalLong own = BodyLength.of(body, exchange);
        if (own.isPresent()) {
            said.ifPresent(length -> length.check(own.getAsLong(), IllegalArgumentException::new));
            return own;
        }
        return said.filter(DeclaredLength::isOfBody)
                .map(length -> OptionalLong.of(length.bytes()))
                .orElseGet(OptionalLong::empty);
    }

    /**
     * Returns the length of the remote file with which the exchange began, if the body is its stream or a copy of it.
     */
    private Optional<DeclaredLength> ofOrigin(Object body) {
        WrappedFile<?> origin = exchange.getProperty(FILE, WrappedFile.class);
        boolean remote = origin != null && !(origin.getFile() instanceof File);
        return remote && (body == origin.getBody() || isCopyOf(origin, body)) ? ofFile(origin) : Optional.empty();
    }

    private Optional<DeclaredLength> ofFile(WrappedFile<?> file) {
        if (file.getFileLength() <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                file.getFile() instanceof File
                        ? promise(
                                file,
                                "the file consumer",
                                "If the file is still being written when it is consumed, let the consumer wait:"
                                        + " readLock=changed, or doneFileName. If a step has changed the file in place, set"
                                        + " lengthCheck=warn")
                        : promise(
                                file,
                                "the remote file",
                                "With ftp, binary=true leaves files as they are. If the length is wrong, set"
                                        + " lengthCheck=warn or removeHeader(\"CamelFileLength\") once the route has changed"
                                        + " the body"));
    }

    private DeclaredLength promise(WrappedFile<?> file, String origin, String remedy) {
        return new DeclaredLength(file.getFileLength(), check.trust(), origin, remedy);
    }

    private boolean isCopyOf(WrappedFile<?> origin, Object content) {
        OptionalLong stated = LengthHeader.FILE.in(message);
        boolean statedOfIt = stated.isPresent() && stated.getAsLong() == origin.getFileLength();
        return statedOfIt && isStream(content) && !isEntry() && !wasPacked();
    }

    // A splitter of archives names each entry; a file that is fetched within a split keeps its name.
    private boolean isEntry() {
        return isSplit() && !Objects.equals(header(Exchange.FILE_NAME), header(Exchange.FILE_NAME_CONSUMED));
    }

    private Optional<DeclaredLength> ofHeader(Object content) {
        if (!isStream(content) || isSplit() || wasPacked()) {
            return Optional.empty();
        }
        return LengthHeader.ALL.stream()
                .filter(header -> header.in(message).isPresent())
                .filter(header -> header.isOfOrigin(exchange))
                .filter(header -> header != LengthHeader.HTTP || !isAnswerOrEncoded())
                .findFirst()
                .map(header -> new DeclaredLength(
                        header.in(message).getAsLong(),
                        check.trust(),
                        "the header " + header.name(),
                        "If it is of another body, take it away with .removeHeader(\"" + header.name()
                                + "\"), or set lengthCheck=warn"));
    }

    private Optional<DeclaredLength> hint() {
        return LengthHeader.ALL.stream()
                .filter(header -> header.in(message).isPresent())
                .findFirst()
                .map(header -> DeclaredLength.hint(header.in(message).getAsLong(), "the header " + header.name()));
    }

    private static boolean isStream(Object content) {
        return content instanceof InputStream || content instanceof StreamCache;
    }

    private boolean isSplit() {
        return exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) != null;
    }

    private boolean wasPacked() {
        return Stream.concat(
                        Stream.of(header(Exchange.FILE_NAME_CONSUMED), header(Exchange.FILE_NAME)),
                        StoredName.ALL.stream().map(stored -> stored.in(message)))
                .filter(Objects::nonNull)
                .anyMatch(name -> PACKED.matcher(name).matches());
    }

    private String header(String name) {
        return message.getHeader(name, String.class);
    }

    // The answer of a service that the route has called keeps headers of the request.
    private boolean isAnswerOrEncoded() {
        String encoding = message.getHeader(Exchange.CONTENT_ENCODING, "identity", String.class);
        return message.getHeader(Exchange.HTTP_RESPONSE_CODE) != null || !"identity".equalsIgnoreCase(encoding.trim());
    }

    /**
     * A header in which a component declares the length of the body that it gives to a route.
     *
     * @param name of the header
     * @param schemes of the endpoints that set it for the body of an exchange that begins there
     */
    public record LengthHeader(String name, Set<String> schemes) {

        private static final Set<String> HTTP_SERVERS = Set.of(
                "platform-http", "jetty", "servlet", "undertow", "netty-http", "rest", "rest-api", "hwcloud-obs");

        /** A remote file has its length; only GridFS has nothing but the header. */
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

        /** Returns its value if that can be a length. */
        OptionalLong in(Message message) {
            Object value = message.getHeader(name);
            String text = value == null ? "" : value.toString().trim();
            long length = text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
            return length > 0 ? OptionalLong.of(length) : OptionalLong.empty();
        }

        /** Returns whether the exchange begins at an endpoint that sets it. */
        boolean isOfOrigin(Exchange exchange) {
            Endpoint origin = exchange.getFromEndpoint();
            if (origin == null) {
                return false;
            }
            String uri = origin.getEndpointUri();
            return schemes.contains(uri.substring(0, Math.max(0, uri.indexOf(':'))))
                    || origin instanceof DefaultEndpoint known
                            && known.getComponent() != null
                            && schemes.contains(
                                    String.valueOf(known.getComponent().getDefaultName()));
        }
    }
}
