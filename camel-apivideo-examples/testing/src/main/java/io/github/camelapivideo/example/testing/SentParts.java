// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.testing;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import java.util.List;

/** The parts in the simulator's record. */
public final class SentParts {

    private SentParts() {}

    /** Returns the numbers of the accepted parts in the order in which they arrived. */
    public static List<Integer> taken(ApiVideoSimulator simulator) {
        return simulator.requests(RequestKind.SOURCE).stream()
                .filter(request -> request.status() == 201)
                .map(RecordedRequest::partNumber)
                .toList();
    }
}
