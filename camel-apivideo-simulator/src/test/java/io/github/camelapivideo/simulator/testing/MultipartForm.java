// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.testing;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/** Builds a form, field by field. */
public final class MultipartForm {

    public static final String CONTENT_TYPE = "multipart/form-data; boundary=simulator-test-boundary";

    private static final String BOUNDARY = "--simulator-test-boundary";

    private final List<BodyPublisher> pieces = new ArrayList<>();

    public static MultipartForm form() {
        return new MultipartForm();
    }

    public static MultipartForm video(byte[] content) {
        return form().file("file", "video.mp4", content);
    }

    public MultipartForm text(String name, String value) {
        return field("name=\"" + name + "\"", BodyPublishers.ofString(value));
    }

    public MultipartForm file(String name, String fileName, byte[] content) {
        return file(name, fileName, BodyPublishers.ofByteArray(content));
    }

    public MultipartForm file(String name, String fileName, BodyPublisher content) {
        return field("name=\"" + name + "\"; filename=\"" + fileName + "\"", content);
    }

    private MultipartForm field(String disposition, BodyPublisher content) {
        pieces.add(
                BodyPublishers.ofString(BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n"));
        pieces.add(content);
        pieces.add(BodyPublishers.ofString("\r\n"));
        return this;
    }

    public BodyPublisher body() {
        List<BodyPublisher> all = new ArrayList<>(pieces);
        all.add(BodyPublishers.ofString(BOUNDARY + "--\r\n"));
        return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
    }
}
