// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.text;

/**
 * A credential that can be compared and used, but not printed. Immutable.
 *
 * @param value the credential; must never reach a log
 */
public record Secret(String value) {

    @Override
    public String toString() {
        return "***";
    }
}
