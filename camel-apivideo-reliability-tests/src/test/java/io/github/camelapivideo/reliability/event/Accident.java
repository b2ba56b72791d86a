// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.event;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** What happens to a delivery between the service and the nodes. */
public enum Accident {
    NONE("none", 1, 202) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            return arrival.forward();
        }
    },
    DELIVERY_LOST("the delivery is lost", 0, Arrival.NO_ANSWER) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            return CompletableFuture.completedFuture(Arrival.NO_ANSWER);
        }
    },
    ANSWER_LOST("the acknowledgement is lost", 1, Arrival.NO_ANSWER) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            return arrival.forward().thenApply(status -> Arrival.NO_ANSWER);
        }
    },
    BAD_GATEWAY("502 in place of the acknowledgement", 1, 502) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            return arrival.forward().thenApply(status -> 502);
        }
    },
    GATEWAY_TIMEOUT("504 while a node still works", 1, 504) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            arrival.forward();
            return CompletableFuture.completedFuture(504);
        }
    },
    TWICE("a proxy sends the delivery twice, one after the other", 1, 202) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            return arrival.forward().thenCompose(status -> arrival.forward());
        }
    },
    TWICE_AT_ONCE("a proxy sends the delivery to two nodes at once", 1, 202, 503) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            return arrival.forward().thenCombine(arrival.forward(), Math::max);
        }
    },
    UNSIGNED("the signature is missing", 0, 403) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            Map<String, String> headers = arrival.headers();
            headers.remove(Arrival.SIGNATURE);
            return arrival.forward(headers, BodyPublishers.ofByteArray(arrival.body()));
        }
    },
    SIGNED_BADLY("the signature has another last digit", 0, 403) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            Map<String, String> headers = arrival.headers();
            headers.compute(Arrival.SIGNATURE, (name, hex) -> {
                String start = hex.substring(0, hex.length() - 1);
                return start + (hex.endsWith("0") ? "1" : "0");
            });
            return arrival.forward(headers, BodyPublishers.ofByteArray(arrival.body()));
        }
    },
    CHANGED("the body has one byte more", 0, 403) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            byte[] body = Arrays.copyOf(arrival.body(), arrival.body().length + 1);
            body[body.length - 1] = '\n';
            return arrival.forward(arrival.headers(), BodyPublishers.ofByteArray(body));
        }
    },
    UNKNOWN_WEBHOOK("the webhook is not known", 0, 403) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            Map<String, String> headers = arrival.headers();
            headers.put(Arrival.WEBHOOK_ID, "webhook_ofAnother");
            return arrival.forward(headers, BodyPublishers.ofByteArray(arrival.body()));
        }
    },
    NO_WEBHOOK("the delivery names no webhook", 0, 403) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            Map<String, String> headers = arrival.headers();
            headers.remove(Arrival.WEBHOOK_ID);
            return arrival.forward(headers, BodyPublishers.ofByteArray(arrival.body()));
        }
    },
    TEN_MIB("10 MiB in place of the body", 0, 413) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            byte[] body = Arrays.copyOf(arrival.body(), 10 << 20);
            return arrival.forward(arrival.headers(), BodyPublishers.ofByteArray(body));
        }
    },
    LOWER_CASE("a proxy writes the names of headers in lower case", 1, 202) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            Map<String, String> headers = new TreeMap<>();
            arrival.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
            return arrival.forward(headers, BodyPublishers.ofByteArray(arrival.body()));
        }
    },
    CHUNKED("a proxy sends the body in chunks", 1, 202) {
        @Override
        CompletableFuture<Integer> happen(Arrival arrival) {
            byte[] body = arrival.body();
            return arrival.forward(
                    arrival.headers(), BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        }
    };

    final String text;
    /** How many times the event is processed if the accident happens to each of its deliveries. */
    final int processed;

    /** The answers that the service may get then. */
    final int[] answers;

    Accident(String text, int processed, int... answers) {
        this.text = text;
        this.processed = processed;
        this.answers = answers;
    }

    /** Returns the answer to the service. */
    abstract CompletableFuture<Integer> happen(Arrival arrival);

    /** Returns what becomes of an event if this happens to each of its deliveries. */
    private String end() {
        boolean acknowledged = Arrays.stream(answers).anyMatch(status -> status == 202);
        String times = processed == 0 ? "never processed" : "processed once";
        return acknowledged ? times : times + ", never acknowledged";
    }

    /** Returns the rows of a table: the accident, and what becomes of the event. */
    public static Stream<List<String>> rows() {
        return Arrays.stream(values())
                .filter(accident -> accident != NONE)
                .map(accident -> List.of(accident.text, "processed once", accident.end()));
    }

    @Override
    public String toString() {
        return text;
    }
}
