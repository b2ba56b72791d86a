// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

/** What happens if a container with the upload key does not fit. */
enum Resume {
    auto,
    strict
}
