// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.operation;

import java.util.function.Function;

/** What the component can do: each name leads to its handler. */
public enum ApiVideoOperation {
    upload(false, UploadOperation::new),
    createVideo(true, CreateVideoOperation::new),
    planParts(false, PlanPartsOperation::new),
    uploadPart(true, UploadPartOperation::new),
    getStatus(true, GetStatusOperation::new),
    deleteVideo(true, DeleteVideoOperation::new);

    private final boolean ofAccount;
    private final Function<OperationContext, OperationHandler> handler;

    ApiVideoOperation(boolean ofAccount, Function<OperationContext, OperationHandler> handler) {
        this.ofAccount = ofAccount;
        this.handler = handler;
    }

    /** @throws IllegalArgumentException if the operation needs an API key, and there is none */
    public OperationHandler handler(OperationContext context) {
        if (ofAccount && !context.hasAccount()) {
            throw new IllegalArgumentException("apivideo:" + name()
                    + " needs an apiKey, and is not possible with uploadToken, which only opens upload");
        }
        return handler.apply(context);
    }
}
