// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

/** What of a file has to be as it was when it was opened, up to the last byte of each part. */
public enum FileCheck {
    /** Its size, and when it was last modified. */
    full,
    /** Its size. */
    size,
    /** Nothing: what is read is the file that was opened, whatever has its name now. */
    off
}
