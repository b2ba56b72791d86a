// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.body;

import io.github.camelapivideo.internal.source.DeclaredLength.Trust;

/** What happens if a body has another length than was promised for it. */
public enum LengthCheck {
    strict(Trust.PROMISE),
    warn(Trust.WARN),
    off(Trust.HINT);

    private final Trust trust;

    LengthCheck(Trust trust) {
        this.trust = trust;
    }

    /** How far a length is believed that belongs to the body. */
    Trust trust() {
        return trust;
    }
}
