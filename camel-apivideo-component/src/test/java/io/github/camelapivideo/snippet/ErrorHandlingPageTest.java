// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.snippet;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.camelapivideo.ApiVideoConstants;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.SuspendableService;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The routes of {@code docs/guide/error-handling.md} do what the page says. */
class ErrorHandlingPageTest {

    private static final TestVideo VIDEO = TestVideo.of(1000);

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @RegisterExtension
    final TracedLog log = new TracedLog();

    @TempDir
    Path folder;

    private Path inbox;
    private Path failed;

    @BeforeEach
    void folders() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        failed = inbox.resolve("failed");
        fixture.options().setMaxRetries(0);
        log.level(Level.INFO);
    }

    @Test
    void afterAWrongKeyTheOtherFilesStayAndNothingPrintsAStackTrace() throws Exception {
        fixture.options().setApiKey("wrong");
        for (int i = 0; i < 20; i++) {
            drop("film" + i + ".mp4");
        }

        load("WhileTheKeyIsValid");

        await().until(() ->
                ((SuspendableService) fixture.context().getRoute("videos").getConsumer()).isSuspended());
        await().until(() -> names(failed).size() == 4);
        assertThat(names(inbox)).hasSize(16);
        assertThat(log.lines())
                .filteredOn(line -> line.contains("Failed delivery"))
                .hasSize(4);
        assertNoStackTrace();
    }

    @Test
    void aFailedFileGoesToItsFolderAndTheOthersAreUploaded() throws Exception {
        fixture.simulator()
                .faults()
                .on(RequestKind.SOURCE)
                .times(1)
                .then(Fault.problem(400, "uploaded-file-invalid-file"));
        drop("one.mp4");
        drop("two.mp4");

        load("moveFailed=failed\")\n            .to");

        await().until(() ->
                names(failed).size() == 1 && names(inbox.resolve("done")).size() == 1);
        assertNoStackTrace();
    }

    @Test
    void anOutageIsTriedAgainAndARefusalIsNot() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).times(2).then(Fault.status(503));
        load("asyncDelayedRedelivery");
        drop("one.mp4");
        await().until(() -> names(inbox.resolve("done")).equals(List.of("one.mp4")));

        int before = fixture.simulator().requests(RequestKind.SOURCE).size();
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));
        drop("two.mp4");
        await().until(() -> names(failed).equals(List.of("two.mp4")));
        assertThat(fixture.simulator().requests(RequestKind.SOURCE)).hasSize(before + 1);
    }

    @Test
    void theDeadLetterRouteWritesDownWhatFailed() throws Exception {
        fixture.simulator().faults().on(RequestKind.SOURCE).then(Fault.problem(400, "uploaded-file-invalid-file"));

        load("deadLetterChannel");
        drop("one.mp4");

        await().until(() -> names(inbox.resolve("done")).equals(List.of("one.mp4")));
        assertThat(Files.readString(folder.resolve("failed/report.csv"))).matches("one\\.mp4;400;vi\\w+\n");
    }

    @Test
    void aVideoWithoutItsCaptionsIsASuccessThatNamesThem() throws Exception {
        fixture.simulator()
                .faults()
                .on("POST", "/videos/{videoId}/captions/{language}")
                .then(Fault.problem(400, "invalid-attribute"));
        add(snippet("onException(ApiVideoException.SidecarsFailed.class)")
                + "from(\"direct:upload\").to(\"apivideo:upload\");");

        Exchange exchange = fixture.template().request("direct:upload", sent -> {
            sent.getMessage().setBody(VIDEO.bytes());
            sent.getMessage()
                    .setHeader(
                            ApiVideoConstants.CAPTIONS, Map.of("fr", "WEBVTT\n\n00:00.000 --> 00:01.000\nBonjour\n"));
        });

        assertThat(exchange.getException()).isNull();
        assertThat(log.lines()).anySatisfy(line -> assertThat(line).contains("is online; not beside it:", "fr"));
    }

    /** A busy machine compiles and polls slowly. */
    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    private void drop(String name) throws IOException {
        Files.write(inbox.resolve(name), VIDEO.bytes());
    }

    private void load(String with) throws Exception {
        add(snippet(with));
    }

    private static String snippet(String with) throws IOException {
        return Snippet.of("docs/guide/error-handling.md").stream()
                .map(Snippet::text)
                .filter(snippet -> snippet.contains(with))
                .findFirst()
                .orElseThrow();
    }

    private void add(String text) throws Exception {
        // The files of one poll, and no second one.
        int delay = text.contains("maxMessagesPerPoll") ? 60_000 : 50;
        String here = text.replace("file:inbox?", "file:" + inbox + "?initialDelay=0&delay=" + delay + "&")
                .replace("file:failed", "file:" + folder.resolve("failed"))
                .replace("300_000", "10");
        var constructor = JavaSnippet.of(here).compiled(folder).getDeclaredConstructor();
        constructor.setAccessible(true);
        fixture.context().addRoutes((RoutesBuilder) constructor.newInstance());
    }

    private void assertNoStackTrace() {
        assertThat(log.lines()).noneSatisfy(line -> assertThat(line).contains("\n\tat "));
    }

    private static List<String> names(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}
