// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.snippet;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import java.net.URI;

/** What snippets take from the code of their reader. They are only compiled with it. */
public final class ReadersCode {

    public static final String expected = "";
    public static final ApiVideoSimulator simulator = null;

    private ReadersCode() {}

    public static void upload(URI service, String apiKey) {}
}
