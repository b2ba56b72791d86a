// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.circle;

/** Planted: uses {@link Egg}, which uses it. */
public class Hen {
    Egg lay() {
        return new Egg();
    }
}
