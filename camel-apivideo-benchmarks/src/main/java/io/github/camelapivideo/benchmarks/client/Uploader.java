// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import java.io.IOException;

/** One of the ways to upload a video: access token, container, parts. */
interface Uploader extends AutoCloseable {

    /** Uploads so many bytes and waits for the end. */
    void upload(long length) throws Exception;

    @Override
    void close() throws IOException;
}
