// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

/** What happens if a container with the upload key does not fit. */
public enum Resume {
    auto,
    strict
}
