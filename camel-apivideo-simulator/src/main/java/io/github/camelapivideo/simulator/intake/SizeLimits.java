// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.intake;

/** The service's limits. Sizes in bytes. */
public final class SizeLimits {

    private static final long MIB = 1024 * 1024;

    static final long SMALLEST_PART = 5 * MIB;
    public static final long LARGEST_FILE = 200 * MIB;
    static final long LARGEST_VIDEO = 52_428_800_000L;
    static final int MOST_PARTS = 10_000;

    private SizeLimits() {}
}
