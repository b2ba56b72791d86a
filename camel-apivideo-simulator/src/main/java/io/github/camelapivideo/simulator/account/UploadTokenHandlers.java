// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.account;

import io.github.camelapivideo.simulator.answer.Answer;
import io.github.camelapivideo.simulator.answer.Listing;
import io.github.camelapivideo.simulator.answer.UploadTokenJson;
import io.github.camelapivideo.simulator.intake.Call;
import io.github.camelapivideo.simulator.problem.AttributeRules;
import io.github.camelapivideo.simulator.problem.AttributeRules.Demand;
import io.github.camelapivideo.simulator.store.UploadToken;
import io.github.camelapivideo.simulator.store.UploadTokens;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Upload tokens: create, list the active ones, show and delete one. */
public final class UploadTokenHandlers {

    private static final AttributeRules RULES = AttributeRules.of(Map.of(
            "ttl",
            List.of(Demand.of(
                    ttl -> ttl instanceof Integer seconds && seconds >= 0,
                    "must be a number of seconds from 0 to 2147483647"))));

    private static final Listing<UploadToken> LIST = Listing.<UploadToken>create()
            .order("createdAt", "desc", Comparator.comparing(UploadToken::createdAt))
            .order("ttl", "desc", Comparator.comparing(UploadToken::ttl));

    private final UploadTokens tokens;

    UploadTokenHandlers(UploadTokens tokens) {
        this.tokens = tokens;
    }

    public Answer create(Call call) {
        Map<String, Object> payload = RULES.check(call.payload());
        return Answer.json(200, UploadTokenJson.of(tokens.create((Integer) payload.getOrDefault("ttl", 0))));
    }

    public Answer list(Call call) {
        return LIST.answer(tokens.active(), UploadTokenJson::of, call);
    }

    public Answer get(Call call) {
        return Answer.json(200, UploadTokenJson.of(tokens.get(call.variable("uploadToken"))));
    }

    public Answer delete(Call call) {
        tokens.delete(call.variable("uploadToken"));
        return Answer.nothing();
    }
}
