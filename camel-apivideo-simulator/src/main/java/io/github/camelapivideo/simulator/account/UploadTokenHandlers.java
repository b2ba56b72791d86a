// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.answer.UploadTokenJson;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.store.UploadToken;
import io.github.camelapivideo.simulator.store.UploadTokens;
import java.net.URI;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Supplier;

/** Upload tokens: create, list the active ones, show and delete one. */
public final class UploadTokenHandlers {

    private static final AttributeRules RULES = AttributeRules.of(Map.of(
            "ttl",
            Rule.of(
                    ttl -> ttl instanceof Integer seconds && seconds >= 0,
                    "must be a number of seconds from 0 to 2147483647")));

    private static final Listing<UploadToken> LIST = Listing.<UploadToken>at("/upload-tokens")
            .order("createdAt", "desc", Comparator.comparing(UploadToken::createdAt))
            .order("ttl", "desc", Comparator.comparing(UploadToken::ttl));

    private final UploadTokens tokens;
    private final Supplier<URI> base;

    /** @param base the address of the simulator */
    UploadTokenHandlers(UploadTokens tokens, Supplier<URI> base) {
        this.tokens = tokens;
        this.base = base;
    }

    public Answer create(Call call) {
        Map<String, Object> payload = RULES.check(call.payload());
        return Answer.json(200, UploadTokenJson.of(tokens.create((Integer) payload.getOrDefault("ttl", 0))));
    }

    public Answer list(Call call) {
        return LIST.answer(tokens.active(), UploadTokenJson::of, call.query(), base.get());
    }

    public Answer get(Call call) {
        return Answer.json(200, UploadTokenJson.of(tokens.get(call.variable("uploadToken"))));
    }

    public Answer delete(Call call) {
        tokens.delete(call.variable("uploadToken"));
        return Answer.nothing();
    }
}
