// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import io.github.camelapivideo.internal.call.ApiAnswer.RateLimit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** An answer of a service that exists in memory only. */
public record FakeAnswer(int status, String json) implements ApiAnswer {

    @Override
    public RateLimit rateLimit() {
        return new RateLimit(RateLimit.UNKNOWN, RateLimit.UNKNOWN, Duration.ZERO);
    }

    @Override
    public Instant date() {
        return null;
    }

    @Override
    public Rejected refusal() {
        return new Rejected("The request", status, new Problem(null, "no", null, status, null), Duration.ZERO);
    }

    @Override
    public <T> T read(Class<T> type) {
        try {
            return new ObjectMapper().readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> Page<T> readPage(Class<T> item) {
        try {
            ObjectMapper mapper = new ObjectMapper();
            JsonNode data = mapper.readTree(json).get("data");
            return new Page<>(
                    mapper.convertValue(data, mapper.getTypeFactory().constructCollectionType(List.class, item)),
                    null,
                    null,
                    false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <T> T readNamed(Class<T> type, String property, Pattern form, String name) {
        return read(type);
    }

    @Override
    public Unreachable odd(String why) {
        return new Unreachable("The request", true, new OddAnswerException(why));
    }

    @Override
    public ApiAnswer requireNoBody() {
        return this;
    }

    @Override
    public String json() {
        return null;
    }
}
