// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelapivideo.support.ApiVideoFixture;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A URI that is wrong is refused without its secrets. */
class UriSecretsTest {

    private static final String SECRET = "kEyThatNobodyMaySee0123456789";

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apivideo:upload&apiKey=%s",
                "apivideo:upload&title=a&apiKey=%s",
                "apivideo:upload&uploadToken=%s",
                "apivideo:upload&apiKey=RAW(%s&x)",
                "apivideo:upload?apikey=%s&patrSize=5MiB",
                "apivideo:upload?apiKey=%s&titel=x",
                "apivideo:upload?uploadToken=%s&&title=x",
                "apivideo:upload?uploadToken=%s&title",
                "apivideo:upload?apiKey=%s&partSize=many",
                "apivideo:upload?apiKey=%s&parallelism=many",
                "apivideo:upload?apiKey=%s&http.noSuchOption=1",
                "apivideo:upload?http.proxyAuthPassword=%s&http.noSuchOption=1",
                "apivideo:upload?baseUri=https://user:%s@localhost",
            })
    void noTextOfTheRefusalHasASecret(String form) {
        String uri = form.formatted(SECRET);
        Throwable alone = catchThrowable(
                () -> fixture.context().getEndpoint(uri).createProducer().start());
        Throwable inRoute = catchThrowable(() -> fixture.context().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:route").to(uri);
            }
        }));
        assertThat(alone).isNotNull();
        assertThat(inRoute).isNotNull();
        assertThat(alone).satisfies(refusal -> assertThat(stackTrace(refusal)).doesNotContain(SECRET));
        assertThat(inRoute).satisfies(refusal -> assertThat(stackTrace(refusal)).doesNotContain(SECRET));
    }

    /** Camel itself repeats the URI in front of it; the component's own text must not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "apivideo:upload/%s",
                "apivideo:%s",
                "apivideo:%s@upload",
                "apivideo:uploadapiKey=%s",
                "apivideo:upload,apiKey=%s",
                "apivideo:upload?apiKye=%s",
                "apivideo:upload?key=%s",
                "apivideo:upload?api.key=%s",
                "apivideo:upload?apiKey:%s",
                "apivideo:upload?apiKey=a&%s",
                "apivideo:upload?apiKey=a&b%s=c",
                "apivideo:upload?authentication=%s",
                "apivideo:upload?environment=%s",
            })
    void theComponentsOwnTextHasNoneWhateverCamelRepeats(String form) {
        Throwable refusal = catchThrowable(() -> fixture.context().getEndpoint(form.formatted(SECRET)));
        assertThat(refusal).isInstanceOf(ResolveEndpointFailedException.class);
        assertThat(refusal.getCause())
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain(SECRET);
    }

    /** Another character than & before the key makes it a part of the value before it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "partSize=16MiB;apiKey=%s",
                "partSize=16MiB,uploadToken=%s",
                "videoId=vi1;apiKey=%s",
                "videoId=vi1 apiKey: %s",
                "uploadKey=k;apiKey=%s&uploadToken=t",
                "language=xx;apiKey=%s",
                "clip.apiKey=%s",
                "watermark.apiKey=%s",
                "clip.startTimecode=1;apiKey=%s",
                "metadata.=%s",
                "metadata.camel-apivideo-a=b;apiKey=%s",
            })
    void noValueWithAKeyInItIsRepeated(String form) {
        Throwable refusal = catchThrowable(() -> {
            Exchange exchange = fixture.upload(form.formatted(SECRET), new byte[] {1});
            throw exchange.getException();
        });
        Throwable own = refusal instanceof ResolveEndpointFailedException ? refusal.getCause() : refusal;
        assertThat(own).isInstanceOf(IllegalArgumentException.class);
        assertThat(stackTrace(own)).doesNotContain(SECRET);
    }

    @Test
    void aForgottenQuestionMarkIsExplained() {
        assertThat(catchThrowable(() -> fixture.context().getEndpoint("apivideo:upload&apiKey=" + SECRET)))
                .hasStackTraceContaining("operation: allowed are upload, createVideo")
                .hasStackTraceContaining("options begin after a ?");
    }

    @Test
    void aMistypedOptionIsNamedWithoutItsValue() {
        assertThat(catchThrowable(() -> fixture.context().getEndpoint("apivideo:upload?titel=a&patrSize=5MiB")))
                .cause()
                .hasMessage("Unknown options: patrSize, titel; all options are in docs/options.md");
    }

    private static String stackTrace(Throwable error) {
        java.io.StringWriter text = new java.io.StringWriter();
        error.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }
}
