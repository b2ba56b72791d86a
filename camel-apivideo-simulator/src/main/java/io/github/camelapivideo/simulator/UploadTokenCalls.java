// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Below {@code /upload-tokens}. */
final class UploadTokenCalls {

    private static final Map<String, Comparator<UploadToken>> ORDERS = Map.of(
            "createdAt", Comparator.comparing(UploadToken::createdAt),
            "ttl", Comparator.comparing(UploadToken::ttl));

    private final UploadTokens tokens;
    private final Supplier<URI> base;

    /** @param base where the simulator listens */
    UploadTokenCalls(UploadTokens tokens, Supplier<URI> base) {
        this.tokens = tokens;
        this.base = base;
    }

    Reply create(Call call) {
        Object ttl = call.payload().getOrDefault("ttl", 0);
        if (ttl instanceof Integer seconds && seconds >= 0) {
            return Reply.json(200, tokens.create(seconds).json());
        }
        throw ProblemType.INVALID_ATTRIBUTE.because(
                "ttl", "The \"ttl\" attribute must be a number of seconds from 0 to 2147483647.");
    }

    Reply list(Call call) {
        List<UploadToken> active = new ArrayList<>(tokens.active());
        active.sort(Page.order(call.query(), ORDERS));
        return Reply.json(200, Page.of(active, UploadToken::json, call.query(), base.get() + "/upload-tokens"));
    }

    Reply get(Call call) {
        return Reply.json(200, tokens.get(call.variable("uploadToken")).json());
    }

    Reply delete(Call call) {
        tokens.delete(call.variable("uploadToken"));
        return Reply.nothing();
    }
}
