// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.source;

/** The attributes of a file that must not change from its opening until the last byte of each part is sent. */
public enum FileCheck {
    /** The size and the time of the last modification. */
    full,
    /** The size. */
    size,
    /** No attribute: the opened file is read, even if its name belongs to another file now. */
    off
}
