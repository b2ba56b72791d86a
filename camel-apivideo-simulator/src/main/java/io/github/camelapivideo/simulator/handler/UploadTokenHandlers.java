// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.handler;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Page;
import io.github.camelapivideo.simulator.answer.UploadTokenJson;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.ProblemType;
import io.github.camelapivideo.simulator.store.UploadToken;
import io.github.camelapivideo.simulator.store.UploadTokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The operations below {@code /upload-tokens}. */
public final class UploadTokenHandlers {

    private static final Map<String, Comparator<UploadToken>> ORDERS = Map.of(
            "createdAt", Comparator.comparing(UploadToken::createdAt),
            "ttl", Comparator.comparing(UploadToken::ttl));

    private final UploadTokens tokens;
    private final Supplier<URI> base;

    /** @param base the address of the simulator */
    public UploadTokenHandlers(UploadTokens tokens, Supplier<URI> base) {
        this.tokens = tokens;
        this.base = base;
    }

    public Answer create(Call call) {
        Object ttl = call.payload().getOrDefault("ttl", 0);
        if (ttl instanceof Integer seconds && seconds >= 0) {
            return Answer.json(200, UploadTokenJson.of(tokens.create(seconds)));
        }
        throw ProblemType.INVALID_ATTRIBUTE.because(
                "ttl", "The \"ttl\" attribute must be a number of seconds from 0 to 2147483647.");
    }

    public Answer list(Call call) {
        List<UploadToken> active = new ArrayList<>(tokens.active());
        active.sort(Page.order(call.query(), ORDERS));
        return Answer.json(200, Page.of(active, UploadTokenJson::of, call.query(), base.get() + "/upload-tokens"));
    }

    public Answer get(Call call) {
        return Answer.json(200, UploadTokenJson.of(tokens.get(call.variable("uploadToken"))));
    }

    public Answer delete(Call call) {
        tokens.delete(call.variable("uploadToken"));
        return Answer.nothing();
    }
}
