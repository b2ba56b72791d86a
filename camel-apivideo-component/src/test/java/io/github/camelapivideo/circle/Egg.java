// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.circle;

/** Planted: uses {@link Hen}, which uses it. */
class Egg {
    Hen hatch() {
        return new Hen();
    }
}
