// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import org.apache.camel.Exchange;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters that mean something in a URI, as docs/routes.md tells to write them. */
class OddCharactersTest {

    private static final String TEXT = "Tom & Jerry 100% +1";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    private String title(String file, String route) throws Exception {
        fixture.context().getPropertiesComponent().addInitialProperty("the.title", TEXT);
        PluginHelper.getRoutesLoader(fixture.context()).loadRoutes(ResourceHelper.fromString(file, route));
        Exchange exchange = fixture.template().request("direct:odd", sent -> sent.getMessage()
                .setBody(TestVideo.of(10).bytes()));
        return fixture.received(exchange).title();
    }

    private static String yaml(String step) {
        return "- route:\n    from:\n      uri: direct:odd\n      steps:\n" + step.indent(8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- to: \"apivideo:upload?title=RAW(Tom & Jerry 100% +1)\"",
                "- to:\n    uri: apivideo:upload\n    parameters:\n      title: RAW(Tom & Jerry 100% +1)",
                "- setHeader:\n    name: CamelApiVideoTitle\n    constant: Tom & Jerry 100% +1\n- to: apivideo:upload"
            })
    void inYaml(String step) throws Exception {
        assertThat(title("odd.yaml", yaml(step))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<to uri=\"apivideo:upload?title=RAW({{the.title}})\"/>",
                "<setHeader name=\"CamelApiVideoTitle\"><constant>Tom &amp; Jerry 100% +1</constant></setHeader>"
                        + "<to uri=\"apivideo:upload\"/>"
            })
    void inXml(String steps) throws Exception {
        assertThat(title("odd.xml", "<route><from uri=\"direct:odd\"/>" + steps + "</route>"))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title=RAW(Tom & Jerry 100% +1)         | Tom & Jerry 100% +1",
                "title=RAW{Tom (live)&Jerry}            | Tom (live)&Jerry",
                "title=RAW(${file:onlyname.noext} & co) | holiday & co",
                "title=RAW(100%25)                      | 100%",
                "title=100% +1                          | 100%  1",
                "title=1+1                              | 1 1",
                "title=1%2B1                            | 1 1",
            })
    void inAUri(String option, String arrives) {
        Exchange exchange =
                fixture.upload(option, TestVideo.of(10).bytes(), java.util.Map.of(Exchange.FILE_NAME, "holiday.mp4"));
        assertThat(fixture.received(exchange).title()).isEqualTo(arrives);
    }

    @ParameterizedTest
    @ValueSource(strings = {"title=Tom & Jerry", "title=Tom %26 Jerry", "title=100% & x", "title=RAW(a)&b)"})
    void whatCannotBeReadAsAUriIsRefused(String option) {
        assertThat(catchThrowable(() -> fixture.context().getEndpoint("apivideo:upload?" + option)))
                .hasMessageContaining("Failed to resolve endpoint");
    }

    @Test
    void aRouteThatTakesItFromTheMessageNeedsNothing() throws Exception {
        fixture.template()
                .requestBodyAndHeader(
                        "apivideo:upload?title=${header.title}",
                        TestVideo.of(10).bytes(),
                        "title",
                        TEXT);
        assertThat(fixture.simulator().videos().get(0).title()).isEqualTo(TEXT);
    }
}
