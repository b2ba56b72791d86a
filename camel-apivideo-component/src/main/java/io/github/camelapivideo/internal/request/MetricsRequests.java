// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.request;

import io.github.camelapivideo.api.account.Metrics;
import io.github.camelapivideo.internal.call.ApiCall;
import io.github.camelapivideo.internal.call.ApiRequest.Parameter;
import java.util.List;

/** The requests about numbers of views. */
public final class MetricsRequests {

    private MetricsRequests() {}

    /** Reads one number. */
    public static ApiCall<Metrics> get(String metric, String aggregation, List<Parameter> filters) {
        String what = "Getting the metric " + metric + " " + aggregation;
        return ApiCall.get(what, "/data/metrics/{metric}/{aggregation}", metric, aggregation)
                .query(filters)
                .map(answer -> answer.read(Metrics.class));
    }
}
