// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.reliability.soak;

import static io.github.camelapivideo.simulator.api.RequestKind.CREATE;
import static io.github.camelapivideo.simulator.api.RequestKind.DELETE;
import static io.github.camelapivideo.simulator.api.RequestKind.DISCARDED;
import static io.github.camelapivideo.simulator.api.RequestKind.GET;
import static io.github.camelapivideo.simulator.api.RequestKind.LIST;
import static io.github.camelapivideo.simulator.api.RequestKind.REFRESH;
import static io.github.camelapivideo.simulator.api.RequestKind.SOURCE;
import static io.github.camelapivideo.simulator.api.RequestKind.STATUS;
import static io.github.camelapivideo.simulator.api.RequestKind.TOKEN;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * One way in which a request goes wrong.
 *
 * @param weight how often, compared with the others
 * @param kinds of the requests to which it happens
 */
record Mishap(String name, int weight, Set<RequestKind> kinds, BiFunction<RequestKind, Random, Fault> fault) {

    private static final int MIB = 1024 * 1024;
    private static final Duration AWAY = Duration.ofSeconds(5);
    private static final Duration LATE = Duration.ofMillis(500);
    private static final Set<RequestKind> ALL =
            EnumSet.of(TOKEN, REFRESH, CREATE, SOURCE, STATUS, LIST, DISCARDED, GET, DELETE);
    private static final Set<RequestKind> ANSWERED_WITH_JSON = EnumSet.complementOf(EnumSet.of(DELETE));
    private static final Set<RequestKind> PARTS = EnumSet.of(SOURCE);

    /** The access tokens end. That is survived unless it happens to one request twice. */
    static final Mishap EXPIRY = always("tokens expired", 5, Fault.expireTokens());

    /** Each can be survived, but for the last two. */
    static final List<Mishap> TABLE = List.of(
            always("500", 10, Fault.status(500)),
            always("502 with an HTML page", 10, Fault.html(502)),
            always("503", 10, Fault.status(503)),
            always("504", 10, Fault.status(504)),
            always("429 with headers", 2, Fault.tooManyRequests(Duration.ofSeconds(1))),
            always("429 without headers", 4, Fault.tooManyRequests()),
            always("answer lost", 20, Fault.loseAnswer()),
            always("500 after the fact", 15, Fault.answerAfterProcessing(500)),
            new Mishap("broken JSON", 10, ANSWERED_WITH_JSON, (kind, random) -> Fault.malformedJson(success(kind))),
            new Mishap("no JSON", 10, ANSWERED_WITH_JSON, (kind, random) -> Fault.emptyBody(success(kind))),
            new Mishap("half an answer", 10, ANSWERED_WITH_JSON, (kind, random) -> Fault.truncateAnswer()),
            new Mishap("too long an answer", 2, ANSWERED_WITH_JSON, (kind, random) -> Fault.oversizedAnswer(8L * MIB)),
            always("reset before the body", 15, Fault.resetBeforeBody()),
            new Mishap(
                    "reset in the body", 15, PARTS, (kind, random) -> Fault.resetDuringBody(random.nextInt(5 * MIB))),
            new Mishap("end in the body", 15, PARTS, (kind, random) -> Fault.closeDuringBody(random.nextInt(5 * MIB))),
            new Mishap("service away", 1, PARTS, (kind, random) -> Fault.refuseConnectionsFor(upTo(random, AWAY))),
            always("idle connection ended", 10, Fault.closeAfterAnswer()),
            always("idle connection dead", 10, Fault.resetOnReuse()),
            EXPIRY,
            new Mishap("late", 10, ALL, (kind, random) -> Fault.delay(upTo(random, LATE))),
            new Mishap("slow body", 5, PARTS, (kind, random) -> Fault.slowBody((1 + random.nextInt(5)) * (long) MIB)),
            new Mishap("stall in the body", 1, PARTS, (kind, random) -> Fault.stallDuringBody(random.nextInt(5 * MIB))),
            new Mishap("stall before the fact", 1, ANSWERED_WITH_JSON, (kind, random) -> Fault.stallBeforeProcessing()),
            new Mishap("stall after the fact", 1, ANSWERED_WITH_JSON, (kind, random) -> Fault.stallAnswer()),
            new Mishap("403", 5, PARTS, (kind, random) -> Fault.problem(403, "authorization-suspended-account")),
            new Mishap("container deleted", 5, PARTS, (kind, random) -> Fault.deleteContainer()));

    private static Mishap always(String name, int weight, Fault fault) {
        return new Mishap(name, weight, ALL, (kind, random) -> fault);
    }

    private static Duration upTo(Random random, Duration most) {
        return Duration.ofMillis(random.nextLong(most.toMillis()));
    }

    private static int success(RequestKind kind) {
        return kind == CREATE || kind == SOURCE ? 201 : 200;
    }

    /** One of those that happen to requests of this kind. */
    static Mishap random(RequestKind kind, Random random) {
        List<Mishap> possible =
                TABLE.stream().filter(mishap -> mishap.kinds.contains(kind)).toList();
        int lot = random.nextInt(possible.stream().mapToInt(Mishap::weight).sum());
        for (Mishap mishap : possible) {
            lot -= mishap.weight;
            if (lot < 0) {
                return mishap;
            }
        }
        throw new IllegalStateException("The weights do not add up");
    }
}
