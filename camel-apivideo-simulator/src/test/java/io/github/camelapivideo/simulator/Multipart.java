// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** A form, field by field. */
final class Multipart {

    static final String CONTENT_TYPE = "multipart/form-data; boundary=simulator-test-boundary";

    private static final String BOUNDARY = "--simulator-test-boundary";

    private final List<BodyPublisher> pieces = new ArrayList<>();

    static Multipart form() {
        return new Multipart();
    }

    static Multipart video(byte[] content) {
        return form().file("file", "video.mp4", content);
    }

    Multipart text(String name, String value) {
        return field("name=\"" + name + "\"", BodyPublishers.ofString(value));
    }

    Multipart file(String name, String fileName, byte[] content) {
        return file(name, fileName, BodyPublishers.ofByteArray(content));
    }

    Multipart file(String name, String fileName, BodyPublisher content) {
        return field("name=\"" + name + "\"; filename=\"" + fileName + "\"", content);
    }

    private Multipart field(String disposition, BodyPublisher content) {
        pieces.add(
                BodyPublishers.ofString(BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n"));
        pieces.add(content);
        pieces.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(pieces);
        all.add(BodyPublishers.ofString(BOUNDARY + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }
}
