// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.VideoStatus;
import io.github.camelapivideo.internal.call.ApiAnswer;
import io.github.camelapivideo.internal.call.OddAnswerException;
import io.github.camelapivideo.internal.call.RateLimit;
import java.io.IOException;

/**
 * An answer, read as the service's JSON.
 *
 * @param what the request in words
 * @param text what of the answer may be shown
 */
record JsonAnswer(String what, HttpAnswer answer, AnswerText text) implements ApiAnswer {

    @Override
    public int status() {
        return answer.status();
    }

    @Override
    public RateLimit rateLimit() {
        return answer.rateLimit();
    }

    @Override
    public Rejected refusal() {
        return new Rejected(what, answer.status(), answer.problem(text), answer.retryAfter());
    }

    @Override
    public <T> T read(Class<T> type) throws Unreachable {
        return understood(() -> value(type));
    }

    private <T> T value(Class<T> type) throws IOException {
        return type == VideoStatus.class
                ? type.cast(StatusReading.read(answer.body()))
                : JsonAnswers.read(answer.body(), type);
    }

    @Override
    public <T> T readNamed(Class<T> type, String property, String form, String name) throws Unreachable {
        return understood(() -> {
            JsonNode json = JsonAnswers.tree(answer.body());
            JsonNode told = json.path(property);
            if (json instanceof ObjectNode object
                    && !(told.isTextual() && told.textValue().matches(form))) {
                object.put(property, name);
            }
            return JsonAnswers.read(json, type);
        });
    }

    /** Reads a value. */
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private <T> T understood(Reading<T> reading) throws Unreachable {
        try {
            return reading.read();
        } catch (OddAnswerException e) {
            throw odd(e.getMessage());
        } catch (IOException e) {
            throw noJson(e);
        }
    }

    @Override
    public Unreachable odd(String why) {
        return new Unreachable(
                what, true, new OddAnswerException("the answer " + status() + " cannot be understood, " + why));
    }

    @Override
    public ApiAnswer requireNoBody() throws Unreachable {
        if (answer.body().length > 0) {
            throw noJson(new IOException("there is a body in the answer to a deletion"));
        }
        return this;
    }

    private Unreachable noJson(IOException problem) {
        String type = text.shown(answer.contentType());
        return new Unreachable(
                what,
                true,
                new IOException("the answer " + status() + " is not the expected JSON but " + type, problem));
    }
}
