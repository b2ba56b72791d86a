// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.planted;

/** Breaks no rule: a class and its nested class use each other. */
public record Shell(Yolk inside) {

    /** The nested class. */
    public record Yolk(Shell around) {}
}
