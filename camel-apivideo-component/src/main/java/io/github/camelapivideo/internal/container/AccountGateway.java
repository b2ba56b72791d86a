// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.container;

import io.github.camelapivideo.internal.call.Credentials;
import io.github.camelapivideo.internal.call.RequestGate;
import io.github.camelapivideo.internal.call.Retrier;
import java.util.Optional;

/**
 * The service, as one account sees it.
 *
 * @param videos empty when there is only an upload token, which opens no other door
 * @param pace how fast it may be asked
 * @param access what has to be at hand before it is asked, except with an upload token
 */
public record AccountGateway(Optional<Videos> videos, PartTransport parts, RequestGate pace, Credentials access) {

    /** One that needs nothing to be asked. */
    public AccountGateway(Optional<Videos> videos, PartTransport parts, RequestGate pace) {
        this(videos, parts, pace, Credentials.OPEN);
    }

    /** What a request as the account waits for. */
    public Retrier.Turn turn(RequestGate.Budget budget) {
        return new Retrier.Turn(pace, budget, access);
    }

    /** What a part waits for. */
    public Retrier.Turn turn(Destination destination) {
        return destination.uploadToken() == null
                ? turn(RequestGate.Budget.UPLOADS)
                : new Retrier.Turn(pace, RequestGate.Budget.UPLOADS, Credentials.OPEN);
    }
}
