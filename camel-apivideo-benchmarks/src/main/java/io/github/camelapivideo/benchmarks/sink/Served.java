// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.sink;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * One request as the sink saw it. Times are microseconds since 1970, so that other processes can compare them.
 *
 * @param connection which one it came on, counted from 1
 * @param kind what it was for
 * @param firstByteAt when the first byte of its body was there
 * @param endedAt when the last one was
 * @param bytes how long the body was
 */
public record Served(long connection, String kind, long firstByteAt, long endedAt, long bytes) {

    /** The kind of a request that carried bytes of a video until its connection broke. */
    static final String BROKEN = "BROKEN";

    @JsonIgnore
    public boolean isBroken() {
        return kind.equals(BROKEN);
    }

    /** Whether it carried bytes of a video. */
    @JsonIgnore
    public boolean isSource() {
        return kind.equals("SOURCE") || kind.equals("S3_PART");
    }
}
