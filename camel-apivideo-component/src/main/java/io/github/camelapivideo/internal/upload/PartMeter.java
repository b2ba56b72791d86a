// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.util.function.LongConsumer;

/** Counts the bytes of one part, however often it is sent. For one thread after another. */
final class PartMeter implements LongConsumer {

    private final long size;
    private final UploadProgressMeter upload;
    private final LaneRate.Lane lane;
    private long counted;

    /** @param size in bytes */
    PartMeter(long size, UploadProgressMeter upload) {
        this.size = size;
        this.upload = upload;
        this.lane = upload.rate().begin();
    }

    @Override
    public void accept(long written) {
        lane.wrote(written);
        // A part that is sent again, with another token, counts once.
        long more = Math.min(written, size - counted);
        counted += more;
        upload.wrote(more);
    }

    /** The service has the whole part, however much of it the last try had to write. */
    void accepted() {
        lane.answered();
        upload.accepted(size - counted);
        counted = 0;
    }

    /** The part has been accepted, or what was written of it was written for nothing. */
    void end() {
        lane.broke();
        upload.lost(counted);
        counted = 0;
    }
}
