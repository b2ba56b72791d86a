// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.example.http.demo;

import static io.github.camelapivideo.example.http.demo.Browser.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.ApiVideoSimulatorExtension;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The page of an operator in a real Chromium. */
@ExtendWith(ApiVideoSimulatorExtension.class)
class OperationsPageTest {

    private static final int MIB = 1024 * 1024;
    private static final Path PICTURE = Path.of("..", "..", "docs", "production", "operations-page.png");

    @TempDir
    Path folder;

    @Test
    void anUploadThatStandsStillIsSeenAndCancelled(ApiVideoSimulator simulator) throws Exception {
        simulator.faults().on(RequestKind.SOURCE).part(1).times(1).then(Fault.stallDuringBody(MIB));
        simulator.faults().on(RequestKind.SOURCE).then(Fault.slowBody(MIB));
        Map<String, String> options = Map.of("maxConcurrentUploads", "2", "progressInterval", "1000");
        try (Server server = Server.start(simulator, options);
                Browser browser = Browser.open(server.page().resolve("operations"), folder.resolve("profile"))) {
            patiently().until(() -> browser.message().equals("No upload is under way."));

            CompletableFuture<Object> stalled = upload(server, "interview.mov", 9 * MIB);
            patiently().until(() -> simulator.faults().injected() > 0);
            upload(server, "concert.mp4", 60 * MIB);
            upload(server, "talk.mp4", 9 * MIB);
            patiently().until(() -> text(browser).contains("waits for its turn"));
            patiently().until(() -> text(browser).contains("Stands still: the service takes nothing"));
            browser.picture(PICTURE);
            browser.driver()
                    .findElement(By.xpath("//section[.//strong='interview.mov']//button"))
                    .click();

            assertThat(stalled).failsWithin(Duration.ofSeconds(30));
            patiently().until(() -> !text(browser).contains("interview.mov"));
            patiently().until(() -> !text(browser).contains("waits for its turn"));
            assertThat(text(browser)).contains("concert.mp4", "talk.mp4");
        }
    }

    private CompletableFuture<Object> upload(Server server, String name, int bytes) throws Exception {
        Path file = Files.write(folder.resolve(name), new byte[bytes]);
        return server.camel()
                .getCamelTemplate()
                .asyncRequestBodyAndHeader(
                        "apivideo:upload?contentCheck=off&parallelism=1", file.toFile(), Exchange.FILE_NAME, name);
    }

    private static String text(Browser browser) {
        return browser.element("uploads").getText();
    }
}
