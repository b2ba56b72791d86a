// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import java.util.Optional;

/**
 * The service, as one account sees it.
 *
 * @param videos empty when there is only an upload token, which opens no other door
 * @param pace how fast it may be asked
 * @param access what has to be at hand before it is asked, except with an upload token
 */
public record Remote(Optional<Videos> videos, PartTransport parts, Pace pace, Access access) {

    /** One that needs nothing to be asked. */
    public Remote(Optional<Videos> videos, PartTransport parts, Pace pace) {
        this(videos, parts, pace, Access.OPEN);
    }

    /** What a request as the account waits for. */
    Retry.Turn turn(Pace.Budget budget) {
        return new Retry.Turn(pace, budget, access);
    }

    /** What a part waits for. */
    Retry.Turn turn(Destination destination) {
        return destination.uploadToken() == null
                ? turn(Pace.Budget.UPLOADS)
                : new Retry.Turn(pace, Pace.Budget.UPLOADS, Access.OPEN);
    }
}
