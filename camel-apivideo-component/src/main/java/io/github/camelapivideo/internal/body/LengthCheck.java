// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.internal.source.DeclaredLength.Trust;

/** The reaction to a body with another length than promised. */
public enum LengthCheck {
    strict(Trust.PROMISE),
    warn(Trust.WARN),
    off(Trust.HINT);

    private final Trust trust;

    LengthCheck(Trust trust) {
        this.trust = trust;
    }

    /** Returns the trust in a length that belongs to the body. */
    Trust trust() {
        return trust;
    }
}
