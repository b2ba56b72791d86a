// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import java.util.function.Function;

/** What the component can do: each name leads to its handler. */
enum ApiVideoOperation {
    upload(UploadOperation::new),
    createVideo(CreateVideoOperation::new),
    planParts(PlanPartsOperation::new),
    uploadPart(UploadPartOperation::new),
    getStatus(GetStatusOperation::new),
    deleteVideo(DeleteVideoOperation::new);

    private final Function<ApiVideoEndpoint, OperationHandler> handler;

    ApiVideoOperation(Function<ApiVideoEndpoint, OperationHandler> handler) {
        this.handler = handler;
    }

    OperationHandler handler(ApiVideoEndpoint endpoint) {
        return handler.apply(endpoint);
    }
}
