// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.secret;

import static io.github.camelapivideo.testsupport.TestVideo.PART;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.simulator.fault.Fault;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.support.TracedLog;
import io.github.camelapivideo.testsupport.TestVideo;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.component.http.LoggingHttpActivityListener;
import org.apache.camel.main.Main;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private static final String API_KEY = "apiKeyThatNobodyMaySee0123456789";

    @RegisterExtension
    final TracedLog log = new TracedLog();

    @Test
    void noSecretIsLoggedOrThrownEvenAtTrace() {
        String uploadToken;
        try (ApiVideoFixture fixture = ApiVideoFixture.start(simulator -> simulator.apiKey(API_KEY))) {
            uploadToken = fixture.simulator().createUploadToken(Duration.ZERO);
            fixture.simulator().faults().on(RequestKind.SOURCE).part(2).times(1).then(Fault.status(503));
            fixture.simulator().faults().on(RequestKind.SOURCE).part(3).times(1).then(Fault.loseAnswer());
            keep(fixture.upload("partSize=5MiB", TestVideo.of(4 * PART).bytes()));
            fixture.simulator().expireTokens();
            keep(fixture.upload("", TestVideo.of(10).bytes()));
            keep(fixture.upload(
                    "authentication=basic&http.logHttpActivity=true",
                    TestVideo.of(10).bytes()));
            fixture.options().setUploadToken(uploadToken);
            keep(fixture.upload("partSize=5MiB", TestVideo.of(2 * PART).bytes()));
            fixture.simulator().faults().on(RequestKind.DELEGATED).times(1).then(Fault.status(400));
            keep(fixture.upload("", TestVideo.of(10).bytes()));
            fixture.simulator().close();
            keep(fixture.upload("maxRetries=0", TestVideo.of(10).bytes()));
        }
        assertThat(log.lines()).hasSizeGreaterThan(100).anyMatch(line -> line.contains("org.apache.hc.client5"));
        for (String secret : List.of(API_KEY, uploadToken, "Bearer ", "access_token", "refresh_token", "Basic ")) {
            assertThat(log.lines()).as(secret).noneMatch(line -> line.contains(secret));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"authentication=bearer", "authentication=basic", "delegated"})
    void noSecretThatTheServiceRepeatsIsLoggedOrThrown(String options) throws Exception {
        String uploadToken = "uploadTokenThatNobodyMaySee/+0123456789";
        try (EchoServer echo = EchoServer.start();
                ApiVideoFixture fixture = ApiVideoFixture.start()) {
            fixture.options().setBaseUri(echo.uri().toString());
            fixture.options().setApiKey(API_KEY);
            if (options.equals("delegated")) {
                fixture.options().setUploadToken(uploadToken);
            }
            fixture.options().setMaxRetries(1);
            for (EchoServer.Way way : EchoServer.Way.values()) {
                echo.answer(way);
                Exchange exchange = fixture.upload(
                        options.replace("delegated", "maxRetries=2"),
                        TestVideo.of(10).bytes());
                assertThat(exchange.getException()).as(way.name()).isInstanceOf(ApiVideoException.class);
                assertThat(exchange.getException().getMessage())
                        .hasSizeLessThan(10_000)
                        .doesNotContain("\n", "\r");
                if (way == EchoServer.Way.PROBLEM) {
                    assertThat(exchange.getException().getMessage())
                            .contains("repeated")
                            .contains("***");
                }
                keep(exchange);
            }
        }
        List<String> secrets = new ArrayList<>(EchoServer.SECRETS);
        secrets.addAll(List.of(API_KEY, uploadToken, URLEncoder.encode(uploadToken, StandardCharsets.UTF_8)));
        secrets.add(Base64.getEncoder().encodeToString((API_KEY + ":").getBytes(StandardCharsets.UTF_8)));
        for (String secret : secrets) {
            assertThat(log.lines()).as(secret).noneMatch(line -> line.contains(secret));
        }
        assertThat(log.lines()).noneMatch(line -> line.contains("\nforged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http.logHttpActivity=true", "http.httpActivityListener=#listener", "parallelism=1"})
    void whatTheHttpClientDoesIsLoggedWithoutSecrets(String option) throws Exception {
        String uploadToken;
        try (ApiVideoFixture fixture = ApiVideoFixture.start(simulator -> simulator.apiKey(API_KEY));
                PoolingHttpClientConnectionManager own = new PoolingHttpClientConnectionManager()) {
            uploadToken = fixture.simulator().createUploadToken(Duration.ZERO);
            LoggingHttpActivityListener listener = new LoggingHttpActivityListener();
            listener.setShowBinary(true);
            fixture.context().getRegistry().bind("listener", listener);
            fixture.context().getRegistry().bind("own", own);
            fixture.context().getComponent("http", HttpComponent.class).setLogHttpActivity(!option.startsWith("http."));
            TestVideo video = TestVideo.of(10);
            for (String connections : List.of("", "&http.clientConnectionManager=#own")) {
                String options = option + connections;
                fixture.assertArrived(fixture.upload(options, video.bytes()), video);
                fixture.simulator().expireTokens();
                fixture.assertArrived(fixture.upload(options, video.bytes()), video);
                fixture.simulator().faults().on(RequestKind.SOURCE).times(1).then(Fault.truncateAnswer());
                fixture.assertArrived(fixture.upload(options, video.bytes()), video);
                fixture.assertArrived(fixture.upload("authentication=basic&" + options, video.bytes()), video);
                fixture.options().setUploadToken(uploadToken);
                fixture.assertArrived(fixture.upload(options, video.bytes()), video);
                fixture.options().setUploadToken(null);
            }
            assertThat(fixture.simulator().requests(RequestKind.REFRESH)).isNotEmpty();
        }
        List<String> activity = log.lines().stream()
                .filter(line -> line.contains(LoggingHttpActivityListener.class.getName()))
                .toList();
        assertThat(activity)
                .anyMatch(line -> line.contains("POST /auth/api-key"))
                .anyMatch(line -> line.contains("\"title\""))
                .anyMatch(line -> line.contains("(a form of "))
                .anyMatch(line -> line.contains("\"videoId\""));
        for (String secret : List.of(API_KEY, uploadToken, "Bearer ", "access_token", "refreshToken", "Basic ")) {
            assertThat(activity).as(secret).noneMatch(line -> line.contains(secret));
        }
    }

    /** Camel logs what it has configured by properties, and knows by their names what is secret; below INFO it logs all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiKey",
                "api-key",
                "uploadToken",
                "upload-token",
                "http.authPassword",
                "http.authBearerToken",
                "http.proxyAuthPassword",
                "http.oauth2ClientSecret"
            })
    void noSecretInThePropertiesOfAnApplicationIsLogged(String option, @TempDir Path folder) throws Exception {
        Path properties = folder.resolve("application.properties");
        Files.writeString(properties, "camel.component.apivideo." + option + " = " + API_KEY);
        log.level(Level.INFO);
        Main main = new Main();
        main.setPropertyPlaceholderLocations(properties.toUri().toString());
        main.start();
        main.stop();
        assertThat(log.lines()).anyMatch(line -> line.contains("xxxxxx")).noneMatch(line -> line.contains(API_KEY));
    }

    private void keep(Exchange exchange) {
        if (exchange.getException() != null) {
            java.io.StringWriter text = new java.io.StringWriter();
            exchange.getException().printStackTrace(new java.io.PrintWriter(text));
            log.add(text.toString());
        }
        log.add(String.valueOf(exchange.getMessage().getBody()));
    }

    @Test
    void noSecretIsInJmx() throws Exception {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        try (ApiVideoFixture fixture = ApiVideoFixture.start(simulator -> simulator.apiKey(API_KEY))) {
            fixture.context().addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:a").to("apivideo:upload?apiKey=" + API_KEY);
                    from("direct:b").to("apivideo:upload?uploadToken=" + API_KEY + "&apiKey=RAW(" + API_KEY + ")");
                }
            });
            fixture.template().requestBody("direct:a", TestVideo.of(10).bytes());
            int found = 0;
            for (ObjectName name : beans.queryNames(new ObjectName("org.apache.camel:*"), null)) {
                found += name.toString().contains("apivideo") ? 1 : 0;
                assertThat(name.toString()).doesNotContain(API_KEY);
                for (MBeanAttributeInfo attribute : beans.getMBeanInfo(name).getAttributes()) {
                    assertThat(String.valueOf(value(beans, name, attribute.getName())))
                            .as(name + " " + attribute.getName())
                            .doesNotContain(API_KEY);
                }
            }
            assertThat(found).isPositive();
        }
    }

    private static Object value(MBeanServer beans, ObjectName name, String attribute) {
        try {
            return beans.getAttribute(name, attribute);
        } catch (javax.management.JMException | RuntimeException e) {
            return e.toString();
        }
    }

    @Test
    void anEndpointIsPrintedWithoutItsSecrets() {
        try (ApiVideoFixture fixture = ApiVideoFixture.start()) {
            String uri = "apivideo:upload?apiKey=" + API_KEY;
            assertThat(fixture.context().getEndpoint(uri).toString()).doesNotContain(API_KEY);
            uri = "apivideo:upload?uploadToken=" + API_KEY;
            assertThat(fixture.context().getEndpoint(uri).toString()).doesNotContain(API_KEY);
        }
    }
}
