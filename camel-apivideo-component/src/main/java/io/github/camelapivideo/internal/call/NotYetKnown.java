// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import java.io.IOException;

/** The service may not know yet what was asked for: {@link Retrier} asks again, for a while. */
public final class NotYetKnown extends IOException {

    private final transient Exception outcome;

    /** @param outcome how the request ends if the service goes on not knowing */
    public NotYetKnown(Exception outcome) {
        super(outcome);
        this.outcome = outcome;
    }

    /** How the request ends when the time is over, with the name of the option that sets the time. */
    Exception outcome(RetryPolicy policy) {
        outcome.addSuppressed(
                new IOException(
                        "recordTimeout=" + policy.recordTimeout().toMillis()
                                + ": for so many milliseconds the service was asked again, as it may not know yet what it has accepted"));
        return outcome;
    }
}
