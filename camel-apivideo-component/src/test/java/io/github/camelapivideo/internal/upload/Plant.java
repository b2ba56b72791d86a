// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.plan.PartPlan;
import java.util.List;

/** Planted bugs: states of an upload that are wrong on purpose. */
enum Plant implements UploadSession.States {

    /** The change of a sent part becomes visible at once, its failure with the end of the next part. */
    LATE_FAILURE {
        @Override
        public UploadState begin(PartPlan plan, int parallelism, boolean resumable, boolean shared, boolean promptly) {
            return new UploadState(plan, parallelism, resumable, shared, promptly) {
                private Throwable late;

                @Override
                List<UploadStep> sent(Video video, Throwable problem) {
                    Throwable visible = late;
                    late = problem;
                    return super.sent(problem == null ? video : null, visible);
                }
            };
        }
    },

    /** A part that was read but is not sent keeps its memory. */
    KEPT_MEMORY {
        @Override
        public UploadState begin(PartPlan plan, int parallelism, boolean resumable, boolean shared, boolean promptly) {
            return new UploadState(plan, parallelism, resumable, shared, promptly) {
                @Override
                List<UploadStep> read(PartContent content, Throwable problem) {
                    return super.read(content, problem).stream()
                            .filter(step -> !(step instanceof UploadStep.Release))
                            .toList();
                }
            };
        }
    },

    /** Only the first of the steps after a sent part begins. */
    LOST_STEP {
        @Override
        public UploadState begin(PartPlan plan, int parallelism, boolean resumable, boolean shared, boolean promptly) {
            return new UploadState(plan, parallelism, resumable, shared, promptly) {
                @Override
                List<UploadStep> sent(Video video, Throwable problem) {
                    return super.sent(video, problem).stream().limit(1).toList();
                }
            };
        }
    }
}
