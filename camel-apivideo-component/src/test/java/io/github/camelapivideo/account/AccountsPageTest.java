// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.simulator.ApiVideoSimulator;
import io.github.camelapivideo.simulator.api.ReceivedVideo;
import io.github.camelapivideo.snippet.Snippet;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application of {@code docs/guide/accounts.md} has two accounts, and each gets its own videos. */
class AccountsPageTest {

    private static final String PAGE = "docs/guide/accounts.md";
    private static final TestVideo VIDEO = TestVideo.of(6 * 1024 * 1024);

    @TempDir
    Path folder;

    private final Main main = new Main();
    private ApiVideoSimulator news;
    private ApiVideoSimulator archive;

    @BeforeEach
    void configure() throws Exception {
        news = ApiVideoSimulator.builder().apiKey("news-key").start();
        archive = ApiVideoSimulator.builder().apiKey("archive-key").start();
        Properties properties = new Properties();
        properties.load(new StringReader(snippet("properties", "camel.beans.archive")
                .replace("{{env:NEWS_API_KEY}}", "news-key")
                .replace("{{env:ARCHIVE_API_KEY}}", "archive-key")));
        properties.put("camel.component.apivideo.baseUri", news.baseUri().toString());
        properties.put("camel.component.archive.baseUri", archive.baseUri().toString());
        properties.put("archive.api-key", "archive-key");
        main.setOverrideProperties(properties);
        main.setDefaultPropertyPlaceholderLocation("false");
        main.start();
    }

    @AfterEach
    void stop() {
        main.stop();
        news.close();
        archive.close();
    }

    @Test
    void bothAccountsGetTheWholeFile() throws Exception {
        load("direct:both");
        Path file = Files.write(folder.resolve("film.mp4"), VIDEO.bytes());

        template().sendBodyAndHeaders("direct:both", file.toFile(), Map.of("CamelFileName", "film.mp4"));

        assertThat(sums(news)).containsExactly(VIDEO.sha256());
        assertThat(sums(archive)).containsExactly(VIDEO.sha256());
        assertThat(archive.videos().get(0).creation()).containsEntry("public", false);
    }

    @Test
    void theRouteChoosesTheAccount() throws Exception {
        load("direct:chosen");

        template().sendBodyAndHeader("direct:chosen", VIDEO.bytes(), "account", "archive");
        assertThat(sums(news)).isEmpty();
        assertThat(sums(archive)).containsExactly(VIDEO.sha256());

        template().sendBodyAndHeader("direct:chosen", VIDEO.bytes(), "account", "news");
        assertThat(sums(news)).containsExactly(VIDEO.sha256());
        assertThat(sums(archive)).hasSize(1);
    }

    private void load(String with) throws Exception {
        PluginHelper.getRoutesLoader(main.getCamelContext())
                .loadRoutes(ResourceHelper.fromString("page.yaml", snippet("yaml", with)));
    }

    private ProducerTemplate template() throws Exception {
        return main.getCamelTemplate();
    }

    private static List<String> sums(ApiVideoSimulator simulator) {
        return simulator.videos().stream().map(ReceivedVideo::sha256).toList();
    }

    private static String snippet(String language, String with) throws Exception {
        return Snippet.of(PAGE).stream()
                .filter(snippet -> snippet.language().equals(language))
                .map(Snippet::text)
                .filter(text -> text.contains(with))
                .findFirst()
                .orElseThrow();
    }
}
