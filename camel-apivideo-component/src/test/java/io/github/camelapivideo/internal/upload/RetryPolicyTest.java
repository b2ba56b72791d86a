// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import java.io.IOException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetryPolicyTest {

    static Stream<IOException> distrusted() {
        return Stream.of(
                new SSLPeerUnverifiedException("Certificate for <a> doesn't match any of the subject names: [b]"),
                new IOException(new SSLHandshakeException("no trust").initCause(new CertificateException("no trust"))));
    }

    @ParameterizedTest
    @MethodSource("distrusted")
    void whoIsNotTrustedNowWillNotBeTrustedLater(IOException distrust) {
        assertThat(RetryPolicy.mayPass(new Unreachable("Asking", false, distrust)))
                .isFalse();
    }

    @Test
    void aBrokenConnectionMayPass() {
        assertThat(RetryPolicy.mayPass(new Unreachable("Asking", true, new SocketException("reset"))))
                .isTrue();
        assertThat(RetryPolicy.mayPass(new Unreachable("Asking", true, new SSLHandshakeException("closed"))))
                .isTrue();
    }
}
