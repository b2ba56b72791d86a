// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

/** What becomes of the container that a failed upload created. */
enum OnFailure {
    delete,
    keep
}
