// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import io.github.camelapivideo.benchmarks.sink.RequestHead.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The answers of an S3 service, as far as an upload needs them. All uploads are one to it. Immutable. */
final class S3Answers {

    private static final String OBJECT = "<Bucket>" + RequestHead.BUCKET + "</Bucket><Key>video.mp4</Key>";

    private static final Map<Kind, byte[]> ANSWERS = Map.of(
            Kind.S3_CREATE, answer(xml("InitiateMultipartUploadResult", OBJECT + "<UploadId>upload1</UploadId>")),
            Kind.S3_PART, answer(""),
            Kind.S3_COMPLETE, answer(xml("CompleteMultipartUploadResult", OBJECT + "<ETag>&quot;0-1&quot;</ETag>")));

    private S3Answers() {}

    static ByteBuffer to(Kind kind) {
        return ByteBuffer.wrap(ANSWERS.get(kind));
    }

    private static String xml(String root, String content) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root
                + " xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">" + content + "</" + root + ">";
    }

    private static byte[] answer(String xml) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/xml\r\nETag: \"d41d8cd98f00b204e9800998ecf8427e\"\r\n"
                        + "x-amz-request-id: 1\r\nContent-Length: " + xml.length() + "\r\n\r\n" + xml)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
