// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.simulator.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelapivideo.simulator.api.RateLimits;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.simulator.testing.Client;
import io.github.camelapivideo.simulator.testing.RawRequest;
import io.github.camelapivideo.simulator.testing.SimulatorFixture;
import io.github.camelapivideo.simulator.testing.TestBytes;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page, and the control API behind it. */
class ConsoleTest {

    private static final int PART = 5 * 1024 * 1024;

    @RegisterExtension
    private final SimulatorFixture fixture = SimulatorFixture.start();

    private Client.Answer ask(String path) {
        return fixture.anonymous().get("/simulator/" + path);
    }

    private Client.Answer addFault(String rule) {
        return fixture.anonymous().post("/simulator/faults", rule);
    }

    private static String text(Client.Answer answer) {
        return new String(answer.http().body(), StandardCharsets.UTF_8);
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(element -> element.path(field).asText())
                .toList();
    }

    @Test
    void showsAPageThatLoadsNothingFromElsewhere() {
        Client.Answer page = fixture.anonymous().get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'");
        assertThat(text(page))
                .contains("<title>api.video simulator</title>")
                .doesNotContain("http://", "https://", fixture.simulator().apiKey());
        assertThat(fixture.anonymous().head("/").status()).isEqualTo(200);
    }

    @Test
    void leavesTheServiceAsItIs() {
        fixture.restart(settings -> settings.rateLimits(RateLimits.of(1, 1, 1)));
        ask("containers");
        ask("requests");
        fixture.anonymous().get("/");
        assertThat(fixture.simulator().requests()).isEmpty();

        assertThat(fixture.client().get("/videos").status()).isEqualTo(200);
        assertThat(fixture.client().get("/videos").status()).isEqualTo(429);
        assertThat(ask("containers").status()).isEqualTo(200);

        fixture.restart(settings -> settings);
        assertThat(fixture.anonymous().get("/videos").status()).isEqualTo(401);
        assertThat(fixture.anonymous().get("/simulator").slug()).isEqualTo("unrecognized-request-url");
        assertThat(fixture.anonymous().post("/", "{}").slug()).isEqualTo("unrecognized-request-url");
    }

    @Test
    void namesTheAccount() {
        JsonNode account = ask("account").body();

        assertThat(account.path("baseUri").asText())
                .isEqualTo(fixture.simulator().baseUri().toString());
        assertThat(account.path("apiKey").asText())
                .isEqualTo(fixture.simulator().apiKey());
    }

    @Test
    void showsPartsWhileTheyArrive() {
        fixture.client().create("older");
        String videoId = fixture.client().create("film");
        CountDownLatch held = new CountDownLatch(1);
        fixture.simulator().faults().on(RequestKind.SOURCE).part(3).then(Fault.hold(held));

        fixture.client().part(videoId, "part 1/3", TestBytes.some(PART));
        CompletableFuture<Client.Answer> third = fixture.client().partAsync(videoId, "part 3/3", TestBytes.some(7));
        await().until(() -> film().path("underWay").toString().equals("[3]"));

        assertThat(texts(ask("containers").body(), "title")).containsExactly("film", "older");
        assertThat(film().path("parts").toString()).isEqualTo("[1]");
        assertThat(film().path("totalParts").asInt()).isEqualTo(3);
        assertThat(film().path("size").asInt()).isEqualTo(PART);
        assertThat(film().path("complete").asBoolean()).isFalse();
        assertThat(film().path("video").isNull()).isTrue();

        held.countDown();
        assertThat(third.join().status()).isEqualTo(201);
        assertThat(film().path("parts").toString()).isEqualTo("[1,3]");
        assertThat(film().path("underWay").toString()).isEqualTo("[]");
        assertThat(texts(ask("containers?last=1").body(), "title")).containsExactly("film");
    }

    private JsonNode film() {
        return ask("containers").body().get(0);
    }

    @Test
    void forgetsPartsThatWereCut() {
        String videoId = fixture.client().create("film");
        fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.status(503));

        fixture.client().part(videoId, "part 1/2", TestBytes.some(PART));

        assertThat(film().path("underWay").toString()).isEqualTo("[]");
        assertThat(film().path("parts").toString()).isEqualTo("[]");
    }

    @Test
    void playsAVideoWithoutOpeningItForViewers() {
        String videoId = fixture.client()
                .post("/videos", "{\"title\":\"film\",\"public\":false}")
                .text("videoId");
        byte[] bytes = TestBytes.some(1000);
        fixture.client().whole(videoId, bytes);

        Client.Answer range = fixture.anonymous()
                .send(fixture.anonymous().request(film().path("video").asText()).header("Range", "bytes=10-19"));

        assertThat(range.status()).isEqualTo(206);
        assertThat(range.http().body()).isEqualTo(Arrays.copyOfRange(bytes, 10, 20));
        assertThat(fixture.anonymous().head(film().path("video").asText()).header("Content-Length"))
                .isEqualTo("1000");
        assertThat(film().path("parts").toString()).isEqualTo("[1]");
        assertThat(ask("containers/" + videoId).text("sha256"))
                .isEqualTo(fixture.simulator().videos().get(0).sha256());
        assertThat(fixture.simulator().requests(RequestKind.DELIVERY)).isEmpty();
        assertThat(ask("containers/viNone").status()).isEqualTo(404);
        assertThat(ask("containers/viNone/video.mp4").status()).isEqualTo(404);
    }

    @Test
    void listsRequestsWithoutCredentials() {
        String videoId = fixture.client().create("film");
        fixture.client().part(videoId, "part 1/2", TestBytes.some(7));

        JsonNode requests = ask("requests").body();

        assertThat(texts(requests, "kind")).containsExactly("create", "source");
        JsonNode part = requests.get(1);
        assertThat(part.path("path").asText()).isEqualTo("/videos/" + videoId + "/source");
        assertThat(part.path("contentRange").asText()).isEqualTo("part 1/2");
        assertThat(part.path("bytes").asInt()).isEqualTo(7);
        assertThat(part.path("status").asInt()).isEqualTo(400);
        assertThat(part.path("problem").asText()).isEqualTo("video-content-range-by-part-uploaded-file-too-small");
        assertThat(part.path("headers").path("Authorization").asText()).isEqualTo("Basic ***");
        assertThat(texts(ask("requests?last=1").body(), "kind")).containsExactly("source");
    }

    @ParameterizedTest
    @CsvSource({"containers", "requests"})
    void refusesAWrongLength(String list) {
        assertThat(ask(list + "?last=0").text("detail")).isEqualTo("last=0: allowed 1..99999");
        assertThat(ask(list + "?last=all").status()).isEqualTo(400);
    }

    @Test
    void addsAndRemovesFaults() {
        assertThat(addFault("create,times=1:status=503\n").status()).isEqualTo(201);
        assertThat(addFault("any:status=418").status()).isEqualTo(201);
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE, RequestKind.STATUS)
                .part(2)
                .then(Fault.problem(400, "x"));

        assertThat(fixture.client().post("/videos", "{}").status()).isEqualTo(503);
        assertThat(fixture.client().post("/videos", "{}").status()).isEqualTo(418);

        JsonNode faults = ask("faults").body();
        assertThat(faults.path("injected").asInt()).isEqualTo(2);
        assertThat(texts(faults.path("rules"), "rule"))
                .startsWith("create,times=1:status=503", "any:status=418")
                .last()
                .asString()
                .startsWith("source+status,part=2:")
                .contains("400 x");
        assertThat(texts(faults.path("rules"), "met")).containsExactly("1", "1", "0");
        assertThat(texts(faults.path("rules"), "left")).containsExactly("0", "null", "null");

        String second = texts(faults.path("rules"), "id").get(1);
        assertThat(fixture.anonymous().delete("/simulator/faults/" + second).status())
                .isEqualTo(204);
        assertThat(fixture.anonymous().delete("/simulator/faults/" + second).status())
                .isEqualTo(404);
        assertThat(fixture.client().get("/videos").status()).isEqualTo(200);
        assertThat(fixture.anonymous().delete("/simulator/faults").status()).isEqualTo(204);
        assertThat(ask("faults").body().path("rules")).isEmpty();
    }

    @Test
    void refusesAWrongFaultWithTheAllowedOnes() {
        Client.Answer answer = addFault("source:stall");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).startsWith("no fault \"stall\": allowed are none, status=CODE,");
        assertThat(ask("faults").body().path("rules")).isEmpty();
        assertThat(ask("faults").body().path("allowed").path("loseAnswer").asText())
                .isEqualTo("Processes, then resets the connection");
    }

    @Test
    void refusesAFaultThatIsTooLongInsteadOfCuttingIt() {
        String rule = "any:status=418";
        String longest = rule + " ".repeat(10_000 - rule.length());

        Client.Answer refused = addFault(longest + "5");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text("detail")).contains("10000");
        assertThat(ask("faults").body().path("rules")).isEmpty();

        assertThat(addFault(longest).status()).isEqualTo(201);
    }

    @Test
    void forgetsEverything() {
        fixture.client().create("film");
        addFault("any:status=418");

        assertThat(fixture.anonymous().post("/simulator/reset", "").status()).isEqualTo(204);

        assertThat(ask("containers").body()).isEmpty();
        assertThat(ask("requests").body()).isEmpty();
        assertThat(ask("faults").body().path("rules")).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotHave() {
        assertThat(ask("nothing").status()).isEqualTo(404);
        Client.Answer answer = fixture.anonymous().put("/simulator/faults");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).isEqualTo("GET, POST, DELETE");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://page.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void isClosedToPagesOfOtherOrigins(String header, String value) {
        fixture.restart(settings -> settings.crossOrigin(true).apiKey("secretKey"));
        Client client = fixture.anonymous();

        Client.Answer account = client.send(client.request("/simulator/account").header(header, value));
        Client.Answer fault = client.send(client.request("/simulator/faults")
                .header(header, value)
                .POST(BodyPublishers.ofString("any:status=503")));
        Client.Answer page = client.send(client.request("/").header(header, value));

        assertThat(account.status()).isEqualTo(403);
        assertThat(text(account)).doesNotContain("secretKey");
        assertThat(account.header("Access-Control-Allow-Origin")).isNull();
        assertThat(fault.status()).isEqualTo(403);
        assertThat(ask("faults").body().path("rules")).isEmpty();
        assertThat(page.header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void isOpenToItsOwnPage() {
        Client client = fixture.anonymous();

        assertThat(client.send(client.request("/simulator/faults")
                                .header("Origin", fixture.simulator().baseUri().toString())
                                .header("Sec-Fetch-Site", "same-origin")
                                .POST(BodyPublishers.ofString("any:status=503")))
                        .status())
                .isEqualTo(201);
    }

    /** As a page does whose name leads to this machine. */
    @ParameterizedTest
    @CsvSource({"/", "/simulator/account"})
    void isClosedToOtherNamesOfThisMachine(String path) throws IOException {
        try (RawRequest request = RawRequest.get(fixture.simulator(), path)) {
            assertThat(request.readHead().get(0)).isEqualTo("HTTP/1.1 403 Forbidden");
        }
    }
}
