// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.MultipartForm;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults as they are typed. */
@ExtendWith(ApiVideoSimulatorExtension.class)
public class FaultRuleTest {

    /** The factories that cannot be typed, because they take objects. */
    private static final Set<String> OF_PROGRAMS = Set.of("hold/1", "status/2", "answer/3", "answerAfterProcessing/3");

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("none", Fault.none()),
                arguments("status=503", Fault.status(503)),
                arguments("problem=400,invalid-attribute", Fault.problem(400, "invalid-attribute")),
                arguments("tooManyRequests", Fault.tooManyRequests()),
                arguments("tooManyRequests=5s", Fault.tooManyRequests(Duration.ofSeconds(5))),
                arguments("retryAt=503,2s", Fault.retryAt(503, Duration.ofSeconds(2))),
                arguments("html=200", Fault.html(200)),
                arguments("redirect=http://[::1]:9/a?b=c,d:e", Fault.redirect(URI.create("http://[::1]:9/a?b=c,d:e"))),
                arguments("answerAfterProcessing=500", Fault.answerAfterProcessing(500)),
                arguments("htmlAfterProcessing=201", Fault.htmlAfterProcessing(201)),
                arguments("malformedJson=200", Fault.malformedJson(200)),
                arguments("emptyBody=599", Fault.emptyBody(599)),
                arguments("alterAnswer=/a/0,[1, \"b:c\"]", Fault.alterAnswer("/a/0", "[1, \"b:c\"]")),
                arguments("leaveOutOfAnswer=/videoId", Fault.leaveOutOfAnswer("/videoId")),
                arguments("oversizedAnswer=9876543210", Fault.oversizedAnswer(9_876_543_210L)),
                arguments("truncateAnswer", Fault.truncateAnswer()),
                arguments("trickleAnswer=20ms", Fault.trickleAnswer(Duration.ofMillis(20))),
                arguments("repeatRequest", Fault.repeatRequest()),
                arguments("loseAnswer", Fault.loseAnswer()),
                arguments("closeAfterAnswer", Fault.closeAfterAnswer()),
                arguments("resetOnReuse", Fault.resetOnReuse()),
                arguments("stallAnswer", Fault.stallAnswer()),
                arguments("stallBeforeProcessing", Fault.stallBeforeProcessing()),
                arguments("stallDuringBody=0", Fault.stallDuringBody(0)),
                arguments("slowBody=1000", Fault.slowBody(1000)),
                arguments("resetBeforeBody", Fault.resetBeforeBody()),
                arguments("resetDuringBody=1000000", Fault.resetDuringBody(1_000_000)),
                arguments("closeDuringBody=1", Fault.closeDuringBody(1)),
                arguments("answerEarly=413,0", Fault.answerEarly(413, 0)),
                arguments("answerEarlyThenReset=429,100", Fault.answerEarlyThenReset(429, 100)),
                arguments("answerEarlyThenStall=401,1000", Fault.answerEarlyThenStall(401, 1000)),
                arguments("refuseConnectionsFor=2m", Fault.refuseConnectionsFor(Duration.ofMinutes(2))),
                arguments("delay=0s", Fault.delay(Duration.ZERO)),
                arguments("deleteContainer", Fault.deleteContainer()),
                arguments("expireTokens", Fault.expireTokens()));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void parsesEveryFault(String typed, Fault fault) {
        assertThat(FaultRule.parse("source:" + typed).fault())
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(fault);
    }

    /** The names of all factories that can be typed. */
    public static Set<String> typedFaults() {
        return factories().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Method> factories() {
        return Arrays.stream(Fault.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()) && method.getReturnType() == Fault.class)
                .filter(method -> !OF_PROGRAMS.contains(method.getName() + "/" + method.getParameterCount()));
    }

    @Test
    void offersEveryFaultThatCanBeTyped() {
        List<String> all = factories()
                .map(method -> method.getName() + "/" + method.getParameterCount())
                .toList();

        assertThat(NamedFault.ALL)
                .extracting(fault -> fault.name() + "/" + fault.arguments().size())
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(faults().map(row -> ((String) row.get()[0]).replaceAll("=.*", "")))
                .containsAll(typedFaults());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    source                              | allowed is KIND[+KIND]...[,method=METHOD][,path=PATH][,part=N][,nth=N][,times=N][,sometimes=P]:FAULT, such as source,part=2:status=503
                    sauce:loseAnswer                    | no kind of request "sauce": allowed are any, token, refresh, create,
                    SOURCE:loseAnswer                   | no kind of request "SOURCE"
                    source+:loseAnswer                  | no kind of request ""
                    :loseAnswer                         | no kind of request ""
                    any+source:loseAnswer               | no kind of request "any"
                    source,:loseAnswer                  | "": allowed are method=METHOD, path=PATH, part=N, nth=N, times=N, sometimes=P
                    source,part:loseAnswer              | "part": allowed are method=METHOD, path=PATH, part=N, nth=N, times=N, sometimes=P
                    source,parts=1:loseAnswer           | "parts=1": allowed are method=METHOD, path=PATH, part=N, nth=N, times=N, sometimes=P
                    any,method=get:loseAnswer           | method=get: METHOD is GET, POST, PUT, PATCH or DELETE
                    any,path=videos:loseAnswer          | path=videos: PATH is a path such as /videos/{videoId}/captions/{language}
                    source,part=0:loseAnswer            | part=0: N is a number from 1
                    source,nth=2147483648:loseAnswer    | nth=2147483648: N is a number from 1
                    source,times=many:loseAnswer        | times=many: N is a number from 1
                    source,sometimes=1.1:loseAnswer     | sometimes=1.1: P is 0..1, such as 0.05
                    source,sometimes=NaN:loseAnswer     | sometimes=NaN: P is 0..1, such as 0.05
                    source:lose                         | no fault "lose": allowed are none, status=CODE, problem=CODE,SLUG,
                    source:                             | no fault "": allowed are none
                    source:status                       | "status": allowed is status=CODE
                    source:status=                      | status=: CODE is 200..599
                    source:status=199                   | status=199: CODE is 200..599
                    source:status=600                   | status=600: CODE is 200..599
                    source:status=503,504               | status=503,504: CODE is 200..599
                    source:problem=400                  | "problem=400": allowed is problem=CODE,SLUG
                    source:problem=400,                 | problem=: SLUG is the last segment of a problem's type
                    source:answerEarly=413              | "answerEarly=413": allowed is answerEarly=CODE,BYTES
                    source:tooManyRequests=5            | tooManyRequests=5: TIME is a time, such as 200ms, 5s or 2m
                    source:tooManyRequests=             | tooManyRequests=: TIME is a time, such as 200ms, 5s or 2m
                    source:alterAnswer=/a               | "alterAnswer=/a": allowed is alterAnswer=POINTER,JSON
                    source:alterAnswer=a,1              | alterAnswer=a: POINTER is a JSON pointer, such as /assets/player
                    source:alterAnswer=/a,[             | alterAnswer=[: JSON is a JSON value, such as [] or "text"
                    source:loseAnswer=1                 | "loseAnswer=1": allowed is loseAnswer
                    source:slowBody=0                   | slowBody=0: RATE is a number of bytes from 1
                    source:resetDuringBody=-1           | resetDuringBody=-1: BYTES is a number of bytes
                    source:redirect=/here               | redirect=/here: URL is an absolute URL, such as http://127.0.0.1:1/
                    source:redirect=http://[            | redirect=http://[: URL is an absolute URL, such as http://127.0.0.1:1/
                    """)
    void rejectsAWrongRuleWithTheAllowedValues(String typed, String message) {
        assertThatThrownBy(() -> FaultRule.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void appliesARuleToTheRequestsOfItsConditions(ApiVideoSimulator simulator) {
        Client client = Client.of(simulator);
        String path = "/videos/" + client.create("t");
        FaultRule.parse("get+status,nth=2,times=1:status=503").addTo(simulator.faults(), new Random(1));
        FaultRule.parse("list,sometimes=0.5:status=418").addTo(simulator.faults(), new Random(1));
        FaultRule.parse("source,part=2:status=500").addTo(simulator.faults(), new Random(1));
        FaultRule.parse("any,method=PATCH,path=/videos/{videoId}:status=502").addTo(simulator.faults(), new Random(1));

        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.get(path + "/status").status()).isEqualTo(503);
        assertThat(client.get(path).status()).isEqualTo(200);
        assertThat(client.patch(path, "{}").status()).isEqualTo(502);
        Map<Integer, Long> lists = IntStream.range(0, 40)
                .mapToObj(i -> client.get("/videos").status())
                .collect(Collectors.groupingBy(status -> status, Collectors.counting()));
        assertThat(lists).containsOnlyKeys(200, 418);
        assertThat(client.upload(path + "/source", "part 2/2", MultipartForm.video(new byte[1]))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void appliesAnyToEveryKind(ApiVideoSimulator simulator) {
        FaultRule.parse("any:status=503").addTo(simulator.faults(), new Random(1));

        assertThat(Client.of(simulator).get("/nowhere").status()).isEqualTo(503);
        assertThat(Client.of(simulator).get("/upload-tokens").status()).isEqualTo(503);
    }
}
