// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.part;

import java.io.IOException;

/** The source cannot be read, or has changed. A retry of the part cannot succeed. */
public final class SourceException extends IOException {

    public SourceException(String message) {
        super(message);
    }

    public SourceException(String message, IOException cause) {
        super(message, cause);
    }
}
