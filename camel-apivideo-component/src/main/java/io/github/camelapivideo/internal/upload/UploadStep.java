// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import io.github.camelapivideo.api.Video;
import io.github.camelapivideo.internal.container.UploadResult;
import io.github.camelapivideo.internal.container.UploadTarget.Destination;
import io.github.camelapivideo.internal.part.Part;
import io.github.camelapivideo.internal.part.PartContent;
import io.github.camelapivideo.internal.plan.PartPlan;

/** One step of an upload: a value that {@link UploadState} decides and {@link UploadSession} carries out. */
sealed interface UploadStep {

    /** Calls the action of this step. */
    void run(Actions actions);

    /** Returns the thread that the step runs on. */
    default Place place() {
        return Place.LANE;
    }

    /** The thread that a step runs on. */
    enum Place {
        /** A lane. */
        LANE,
        /** A thread that may read the source for long. */
        READER,
        /** The thread that decided the step, which is short: it ends before those that follow begin. */
        HERE
    }

    /** One action per kind of step. Those of a resumed upload need not be there for an upload that is never resumed. */
    interface Actions {
        default void identify(long firstPart) {
            throw new IllegalStateException("This upload has no key");
        }

        default void search() {
            throw new IllegalStateException("This upload has no key");
        }

        void read(int number, PartPlan plan);

        default void pass(long size) {
            throw new IllegalStateException("This upload is not resumed");
        }

        void open(PartPlan plan);

        void send(Part part, Destination destination);

        void drop(Part part);

        default void verify() {
            throw new IllegalStateException("This upload shares no container");
        }

        default void measure(UploadResult earlier) {
            throw new IllegalStateException("This upload has no key");
        }

        void succeed(Video video);

        default void recall(UploadResult earlier) {
            throw new IllegalStateException("This upload has no key");
        }

        void fail(Throwable failure);

        void cancelRunning();

        void closeSource();
    }

    /**
     * Reads what the fingerprint of the source needs.
     *
     * @param firstPart the probable size of the first part, in bytes
     */
    record Identify(long firstPart) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.identify(firstPart);
        }

        @Override
        public Place place() {
            return Place.READER;
        }
    }

    /** Searches for an earlier upload with the same key. */
    record Search() implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.search();
        }
    }

    /** Reads the part of this number. */
    record Read(int number, PartPlan plan) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.read(number, plan);
        }

        @Override
        public Place place() {
            return Place.READER;
        }
    }

    /**
     * Reads a part that the service has, and forgets its bytes.
     *
     * @param size in bytes, unless it is the last part
     */
    record Pass(long size) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.pass(size);
        }

        @Override
        public Place place() {
            return Place.READER;
        }
    }

    /** Opens the container. */
    record Open(PartPlan plan) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.open(plan);
        }
    }

    /** Sends a part. */
    record Send(Part part, Destination destination) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.send(part, destination);
        }
    }

    /** Counts a part that was read but that the service has. */
    record Drop(Part part) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.drop(part);
        }
    }

    /** Compares the whole upload with the service's record. */
    record Verify() implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.verify();
        }
    }

    /** Compares the length of the body with the video that an earlier upload has completed. */
    record Measure(UploadResult earlier) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.measure(earlier);
        }
    }

    /** Ends the upload with its video. */
    record Succeed(Video video) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.succeed(video);
        }
    }

    /** Ends the upload with the video that an earlier upload has completed. */
    record Recall(UploadResult earlier) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.recall(earlier);
        }
    }

    /** Ends the upload with its first failure. */
    record Fail(Throwable failure) implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.fail(failure);
        }
    }

    /** Cancels all steps that run. */
    record CancelRunning() implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.cancelRunning();
        }

        @Override
        public Place place() {
            return Place.HERE;
        }
    }

    /** Gives back the memory of a part that is not sent. */
    record Release(PartContent content) implements UploadStep {
        @Override
        public void run(Actions actions) {
            content.release();
        }

        @Override
        public Place place() {
            return Place.HERE;
        }
    }

    /** Closes the source: the upload has ended, and no step reads any more. */
    record CloseSource() implements UploadStep {
        @Override
        public void run(Actions actions) {
            actions.closeSource();
        }

        @Override
        public Place place() {
            return Place.HERE;
        }
    }
}
