// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.input;

/** The reaction to a container with the upload key that does not fit. */
public enum Resume {
    auto,
    strict
}
