// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.io.IOException;

/**
 * The service answered in its own form, but without what is needed. Unlike a page of a proxy this rarely passes, so it
 * is tried again only a few times.
 */
public final class OddAnswerException extends IOException {

    /** @param message what is missing; no text of the answer, which may repeat a secret */
    public OddAnswerException(String message) {
        super(message);
    }

    @Override
    public String toString() {
        return getMessage();
    }
}
