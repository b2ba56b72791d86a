// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.testing;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.RecordedRequest;
import io.github.camelapivideo.simulator.api.RequestKind;
import java.util.List;

/** What the simulator saw of parts. */
public final class SentParts {

    private SentParts() {}

    /** The numbers of the parts that it took, in the order in which they came. */
    public static List<Integer> taken(ApiVideoSimulator simulator) {
        return simulator.requests(RequestKind.SOURCE).stream()
                .filter(request -> request.status() == 201)
                .map(RecordedRequest::partNumber)
                .toList();
    }
}
