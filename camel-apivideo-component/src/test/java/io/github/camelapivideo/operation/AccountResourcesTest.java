// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.api.ApiValue;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for each kind of resource that an account has and that an identifier names. */
class AccountResourcesTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private enum Kind {
        PLAYER("Player", "playerId", ApiVideoConstants.PLAYER_ID, "/players", Map.of("text", "rgba(1, 2, 3, .5)")),
        WEBHOOK(
                "Webhook",
                "webhookId",
                ApiVideoConstants.WEBHOOK_ID,
                "/webhooks",
                Map.of("url", "http://localhost:1/hook", "events", List.of("video.summary.generated"))),
        LIVE_STREAM(
                "LiveStream",
                "liveStreamId",
                ApiVideoConstants.LIVE_STREAM_ID,
                "/live-streams",
                Map.of("name", "Show"));

        private final String operations;
        private final String idName;
        private final String idHeader;
        private final String path;
        private final Map<String, Object> creation;

        Kind(String operations, String idName, String idHeader, String path, Map<String, Object> creation) {
            this.operations = operations;
            this.idName = idName;
            this.idHeader = idHeader;
            this.path = path;
            this.creation = creation;
        }

        private boolean hasBody() {
            return this != WEBHOOK;
        }

        private String one() {
            return path + "/{id}";
        }
    }

    private Exchange call(String operation, Object body, Map<String, Object> headers) {
        return fixture.template().request("apivideo:" + operation, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        });
    }

    private Exchange create(Kind kind) {
        return kind.hasBody()
                ? call("create" + kind.operations, kind.creation, Map.of("mine", "stays"))
                : call(
                        "createWebhook?webhookUrl=http://localhost:1/hook",
                        "any body",
                        Map.of("mine", "stays", ApiVideoConstants.EVENTS, kind.creation.get("events")));
    }

    private Exchange created(Kind kind) {
        Exchange created = create(kind);
        assertThat(created.getException()).isNull();
        return created;
    }

    private Map<String, Object> named(Kind kind) {
        return Map.of(kind.idHeader, created(kind).getMessage().getHeader(kind.idHeader, String.class));
    }

    private int requests(String method) {
        return (int) fixture.simulator().requests().stream()
                .filter(request ->
                        request.method().equals(method) && !request.path().startsWith("/auth"))
                .count();
    }

    @ParameterizedTest
    @EnumSource
    void isCreatedShownAndDeleted(Kind kind) {
        Exchange created = created(kind);
        Map<String, Object> headers = created.getMessage().getHeaders();
        assertThat(headers).containsKey(kind.idHeader).containsEntry("mine", "stays");
        assertThat(created.getMessage().getBody()).isInstanceOf(ApiValue.class);
        Map<?, ?> body = created.getMessage().getBody(Map.class);
        kind.creation.forEach((name, value) -> assertThat(body.get(name)).isEqualTo(value));

        Exchange shown = call("get" + kind.operations, "an earlier body", headers);
        assertThat(shown.getMessage().getBody()).isEqualTo(created.getMessage().getBody());

        Exchange deleted = call("delete" + kind.operations, "an earlier body", headers);
        assertThat(deleted.getException()).isNull();
        assertThat(deleted.getMessage().getBody()).isEqualTo("an earlier body");
        assertThat(deleted.getMessage().getHeaders()).doesNotContainKey(kind.idHeader);

        Exchange gone = call("get" + kind.operations, "an earlier body", headers);
        assertThat(gone.getException(ApiVideoException.class).getStatus()).isEqualTo(404);
        assertThat(gone.getMessage().getBody()).isEqualTo("an earlier body");
    }

    @ParameterizedTest
    @EnumSource
    void theOptionNamesItAndMayBeSimple(Kind kind) {
        Object id = named(kind).get(kind.idHeader);
        String uri = "get" + kind.operations + "?" + kind.idName + "=${header.which}";
        assertThat(call(uri, null, Map.of("which", id)).getMessage().getHeader(kind.idHeader))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @EnumSource
    void aFailureThatPassesIsTriedAgain(Kind kind) {
        Map<String, Object> named = named(kind);
        fixture.simulator().faults().on("GET", kind.one()).times(2).then(Fault.status(503));
        assertThat(call("get" + kind.operations, null, named).getException()).isNull();
        assertThat(requests("GET")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aDeletionWhoseAnswerIsLostIsDone(Kind kind) {
        Map<String, Object> named = named(kind);
        fixture.simulator().faults().on("DELETE", kind.one()).times(1).then(Fault.loseAnswer());
        assertThat(call("delete" + kind.operations, null, named).getException()).isNull();
        assertThat(requests("DELETE")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBHOOK")
    void aCreationWhoseAnswerIsLostIsNotRepeatedIfNothingFindsIt(Kind kind) {
        fixture.simulator().faults().on("POST", kind.path).times(1).then(Fault.loseAnswer());
        assertThat(create(kind).getException())
                .isInstanceOf(ApiVideoException.InDoubt.class)
                .hasMessageContaining("list" + kind.operations + "s");
        assertThat(requests("POST")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aCreationThatWasNotCarriedOutIsRepeated(Kind kind) {
        fixture.simulator().faults().on("POST", kind.path).times(2).then(Fault.tooManyRequests());
        created(kind);
    }

    @ParameterizedTest
    @EnumSource
    void anIdentifierIsNeededAndHasOnlyItsCharacters(Kind kind) {
        for (String operation : List.of("get", "delete")) {
            assertThat(call(operation + kind.operations, null, Map.of()).getException())
                    .hasMessage(kind.idName + ": is missing; set the option, or the header " + kind.idHeader);
            assertThat(call(operation + kind.operations, null, Map.of(kind.idHeader, "../videos"))
                            .getException())
                    .hasMessageStartingWith(kind.idName + "=../videos: allowed are letters, digits, - and _");
        }
        assertThat(fixture.simulator().requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WEBHOOK")
    void whatIsNoPayloadIsRefused(Kind kind) {
        assertThat(call("create" + kind.operations, new java.io.File("video.mp4"), Map.of())
                        .getException())
                .hasMessageStartingWith("Body is a java.io.File: allowed is a ")
                .hasMessageEndingWith(" or a Map, or JSON text");
        assertThat(call("create" + kind.operations, "no JSON", Map.of()).getException())
                .hasMessageStartingWith("Body: is not the text of a JSON object");
        assertThat(call("create" + kind.operations, Map.of("colour", "red"), Map.of())
                        .getException())
                .hasMessageStartingWith("Body: unknown property 'colour'; allowed are name, ");
        assertThat(fixture.simulator().requests()).isEmpty();
    }
}
