// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes sources: by then the upload has its outcome, and a failure to close does not change it. */
final class Sources {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    private Sources() {}

    static void close(PartSource source, String uploadId) {
        try {
            source.close();
        } catch (IOException | RuntimeException e) {
            LOG.debug("The source of upload {} could not be closed", uploadId, e);
        }
    }
}
