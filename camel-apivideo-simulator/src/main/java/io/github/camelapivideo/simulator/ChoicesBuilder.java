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

    final ServiceChoices choices() {
        return new ServiceChoices(smallestPageSize, refuseSecondTrack);
    }
}
