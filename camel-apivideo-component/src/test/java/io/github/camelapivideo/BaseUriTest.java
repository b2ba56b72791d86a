// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelapivideo.internal.client.Account;
import io.github.camelapivideo.simulator.api.RequestKind;
import io.github.camelapivideo.support.ApiVideoFixture;
import io.github.camelapivideo.testsupport.TestVideo;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the service is, in all the ways to write it. */
class BaseUriTest {

    @RegisterExtension
    final ApiVideoFixture fixture = ApiVideoFixture.create();

    @ParameterizedTest
    @ValueSource(strings = {"%s/", "%s//", "%s/.", "%s/a/../", " %s ", "HTTP%s", "%s"})
    void oneServiceIsOneAccountHoweverItsAddressIsWritten(String form) {
        String usual = fixture.simulator().baseUri().toString();
        String other = form.startsWith("HTTP") ? usual.replaceFirst("http", "HTTP") : form.formatted(usual);
        fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
        fixture.assertArrived(
                fixture.upload("baseUri=RAW(" + other + ")", TestVideo.of(11).bytes()), TestVideo.of(11));
        assertThat(fixture.simulator().requests(RequestKind.TOKEN)).hasSize(1);
        assertThat(fixture.simulator().requests())
                .noneMatch(request -> request.path().contains("//"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1", "/v1/", "/v1///", "/a%20b/v1/"})
    void aServiceMayBeBelowAPath(String path) throws Exception {
        try (PathFront front = PathFront.before(fixture.simulator().baseUri(), path.replaceAll("/+$", ""))) {
            fixture.options().setBaseUri(front.uri() + path);
            fixture.assertArrived(fixture.upload("", TestVideo.of(10).bytes()), TestVideo.of(10));
            assertThat(front.strays()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://h?",
                "https://h?a=b",
                "https://h/#f",
                "https://h#",
                "ftp://h",
                "https://u:p@h",
                "h",
                "https:///"
            })
    void anAddressThatCannotBeJoinedIsRefused(String address) {
        fixture.options().setBaseUri(address);
        assertThatThrownBy(() -> fixture.context().getEndpoint("apivideo:upload?title=a"))
                .hasRootCauseMessage(
                        "baseUri: allowed is http or https with a host, a port and a path, like https://ws.api.video");
    }

    @Test
    void theUsualPortsNeedNotBeWritten() {
        ApiVideoConfiguration options = new ApiVideoConfiguration();
        options.setApiKey("k");
        Account usual = Account.of(new ConfiguredOptions(options));
        for (String address : List.of("https://ws.api.video:443/", "HTTPS://WS.api.video", "https://ws.api.video")) {
            options.setBaseUri(address);
            assertThat(Account.of(new ConfiguredOptions(options))).isEqualTo(usual);
        }
        options.setBaseUri("https://ws.api.video:444");
        assertThat(Account.of(new ConfiguredOptions(options))).isNotEqualTo(usual);
    }
}
