// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.snippet;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.net.URI;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;

/** What snippets take from the code of their reader. Only the texts have a value, because routes are made with them. */
public final class ReadersCode {

    public static final String apiKey = "apiKey";
    public static final String expected = "expected";
    public static final String streamKey = "streamKey";
    public static final String videoId = "videoId";
    public static final String watermarkId = "watermarkId";

    public static final ApiVideoSimulator simulator = null;
    public static final Path film = null;
    public static final ProducerTemplate template = null;
    public static final Own client = null;
    public static final Own pager = null;
    public static final Own screen = null;

    /** A client, a pager or a screen. */
    public interface Own {
        void upload(URI service, String apiKey, Path film);

        void ring(String fileName);

        void draw(String fileName, int percent);
    }

    private ReadersCode() {}

    public static void upload(URI service, String apiKey) {}
}
