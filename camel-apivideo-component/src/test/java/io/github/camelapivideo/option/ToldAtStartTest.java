// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is misspelt in a route is told when the route is added, and not with its first file. */
class ToldAtStartTest {

    private static final String NO_CREDENTIALS = "No credentials: set apiKey (on the component, as"
            + " camel.component.apivideo.apiKey, or on the endpoint), or uploadToken for a delegated upload";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "upload?uploadKey=${file:nmae}       | uploadKey=${file:nmae}: is no valid Simple language: Unknown",
                "upload?title=${haeder.title}        | title=${haeder.title}: is no valid Simple language: Unknown",
                "upload?metadata.a=${bodi}           | metadata.a=${bodi}: is no valid Simple language: Unknown",
                "getStatus?videoId=${heder.id}       | videoId=${heder.id}: is no valid Simple language: Unknown",
                "listVideos?title=${heder.title}     | title=${heder.title}: is no valid Simple language: Unknown",
                "getMetrics?filterBy.country=${x.y}  | filterBy.country=${x.y}: is no valid Simple language: Unknown",
                "upload?clip.start=00:00:10          | clip.start=00:00:10: unknown; allowed are startTimecode, endTime",
                "upload?clip.start=${header.start}&clip.end=7 | clip.end=7: unknown; allowed are startTimecode, endTime",
                "upload?clip.startTimecode=1:2       | clip.startTimecode=1:2: allowed is HH:MM:SS, like 00:01:15",
                "createVideo?clip.endTimecode=later  | clip.endTimecode=later: allowed is HH:MM:SS, like 00:01:15",
                "upload?watermark.top=1px            | watermark.id: required when any other watermark option is set",
                "upload?watermark.id=w&watermark.up=2 | watermark.up=2: unknown; allowed are id, top, left",
                "upload?language=xx                  | language=xx: allowed are ar, ca",
                "updateVideo?language=xx&videoId=v   | language=xx: allowed are ar, ca",
                "upload?transcriptSummaryAttributes=poem | transcriptSummaryAttributes=poem: allowed are abstract, tak",
            })
    void aRouteWithAMisspeltOptionDoesNotStart(String uri, String message) {
        assertThatThrownBy(() -> addRoute("apivideo:" + uri)).hasStackTraceContaining(message);
        assertThat(fixture.context().getRoutes()).isEmpty();
    }

    @Test
    void anOptionOfTheComponentIsCheckedWithTheFirstRouteThatReadsIt() {
        fixture.options().setTitle("${file:nmae}");
        assertThatCode(() -> addRoute("apivideo:getStatus")).doesNotThrowAnyException();
        assertThatThrownBy(() -> addRoute("apivideo:upload")).hasStackTraceContaining("title=${file:nmae}: is no");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "uploadKey=${file:name}-${header.CamelFileLength}",
                "title=${bean:notYetThere.title}",
                "clip.startTimecode=${header.start}&clip.endTimecode=00:00:10",
                "watermark.id=${header.watermark}&watermark.top=1px",
                "language=${header.language}&transcriptSummaryAttributes=${header.attributes}",
                "metadata.number=7&tags=a,b&public=false&clip.endTimecode=",
            })
    void whatIsOnlyKnownWithAnExchangeIsNotRefused(String options) {
        assertThatCode(() -> addRoute("apivideo:upload?" + options)).doesNotThrowAnyException();
    }

    @Test
    void anObjectThatCamelConvertsToTextWithAnExchangeIsNotRefused() {
        fixture.options().setMetadata(Map.of("recorded", LocalDate.of(2026, 2, 1)));
        assertThatCode(() -> addRoute("apivideo:upload")).doesNotThrowAnyException();
        assertThat(fixture.upload("", TestVideo.of(10).bytes()).getException()).isNull();
    }

    @Test
    void whatOnlyAnExchangeTellsIsStillChecked() {
        assertThat(fixture.upload(
                                "clip.startTimecode=${header.start}",
                                TestVideo.of(10).bytes(),
                                Map.of("start", "x"))
                        .getException())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clip.startTimecode=x: allowed is HH:MM:SS");
        assertThat(fixture.simulator().requests(RequestKind.CREATE)).isEmpty();
    }

    /** Camel wraps the exception of a component; what a start prints last is the text of the innermost one. */
    @Test
    void aMissingKeyIsOneLineWithoutATrace() throws Exception {
        try (DefaultCamelContext context = new DefaultCamelContext()) {
            context.addRoutes(route("apivideo:upload"));
            Throwable failure = catchThrowable(context::start);
            assertThat(failure.getMessage()).contains(NO_CREDENTIALS);
            assertThat(failure.getCause()).hasNoCause().hasMessage(NO_CREDENTIALS);
            StringWriter printed = new StringWriter();
            failure.printStackTrace(new PrintWriter(printed));
            assertThat(printed.toString().lines().toList())
                    .filteredOn(line -> line.contains("camelapivideo") && !line.contains("ToldAtStartTest"))
                    .singleElement()
                    .asString()
                    .endsWith(NO_CREDENTIALS);
        }
    }

    private void addRoute(String uri) throws Exception {
        fixture.context().addRoutes(route(uri));
    }

    private static RouteBuilder route(String uri) {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:" + uri.hashCode()).to(uri);
            }
        };
    }
}
