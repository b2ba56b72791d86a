// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import io.github.camelapivideo.simulator.handler.ServiceChoices;

/**
 * The switches for what no document is certain of. Each default is the reading that a client can rely on. For one thread.
 *
 * @param <B> the type of the builder
 */
abstract class ChoicesBuilder<B extends ChoicesBuilder<B>> {

    private int smallestPageSize = 10;
    private boolean refuseSecondTrack;
    private boolean refuseAccountVideos;
    private boolean anyFileField;
    private boolean crossOrigin;

    ChoicesBuilder() {}

    /** This builder, in its own type. */
    abstract B self();

    /** The smallest page size of lists, 1..100: the documents say both 1 and 10. Default is 10. */
    public B smallestPageSize(int value) {
        smallestPageSize = value;
        return self();
    }

    /** Whether a second upload of captions or chapters in a language is refused; by default it replaces the first. */
    public B refuseSecondTrack(boolean value) {
        refuseSecondTrack = value;
        return self();
    }

    /** Whether the file of a form may be in a field of any name; by default it must be "file". */
    public B anyFileField(boolean value) {
        anyFileField = value;
        return self();
    }

    /** Whether the browser pages of other origins may send requests, as to the service; default is false. */
    public B crossOrigin(boolean value) {
        crossOrigin = value;
        return self();
    }

    /**
     * Whether an upload token cannot fill a container that was created with the API key: such an upload is then answered
     * 404. Default is false.
     */
    public B refuseAccountVideos(boolean value) {
        refuseAccountVideos = value;
        return self();
    }

    final ServiceChoices choices() {
        return new ServiceChoices(smallestPageSize, refuseSecondTrack, refuseAccountVideos, anyFileField, crossOrigin);
    }
}
