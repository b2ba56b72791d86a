// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelapivideo.ApiVideoConfiguration;
import io.github.camelapivideo.api.ApiVideoException;
import io.github.camelapivideo.api.ApiVideoException.Rejected;
import io.github.camelapivideo.api.ApiVideoException.Unreachable;
import io.github.camelapivideo.api.Problem;
import io.github.camelapivideo.internal.call.ApiAnswer.OddAnswerException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryPolicyTest {

    private static final ApiVideoException REFUSED =
            new Unreachable("Part 1", false, new ConnectException("Connection refused"));

    private static RetryPolicy byDefault(DoubleSupplier random) {
        ApiVideoConfiguration defaults = new ApiVideoConfiguration();
        return new RetryPolicy(
                defaults.getMaxRetries(),
                Duration.ofMillis(defaults.getRetryDelay()),
                Duration.ofMillis(defaults.getMaxRetryDelay()),
                Duration.ofMillis(defaults.getRetryTimeout()),
                Duration.ZERO,
                random);
    }

    /** For how long a request is tried that fails at once each time. */
    private static Duration patience(RetryPolicy policy) {
        Duration since = Duration.ZERO;
        for (int failures = 1; ; failures++) {
            Optional<Duration> wait = policy.next(failures, since, REFUSED);
            if (wait.isEmpty()) {
                return since;
            }
            since = since.plus(wait.get());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.999})
    void theDefaultsOutlastAnOutageOfFiveMinutes(double chance) {
        assertThat(patience(byDefault(() -> chance))).isGreaterThan(Duration.ofMinutes(5));
    }

    @Test
    void theTimeoutEndsItEarlier() {
        RetryPolicy policy = new RetryPolicy(
                1000, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(10), Duration.ZERO, () -> 0);
        assertThat(patience(policy)).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void whatMayPassIsTriedAgain(int status) {
        assertThat(byDefault(() -> 0).next(1, Duration.ZERO, rejected(status))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 400, 401, 403, 404, 405, 409, 413, 422})
    void whatDoesNotPassIsFinal(int status) {
        assertThat(byDefault(() -> 0).next(1, Duration.ZERO, rejected(status))).isEmpty();
    }

    private static Rejected rejected(int status) {
        return new Rejected("Part 1", status, new Problem(null, "", null, status, null), Duration.ZERO);
    }

    @Test
    void whatTheServiceAnswersOddlyIsAskedAgainAFewTimes() {
        ApiVideoException odd = new Unreachable("Asking", true, new OddAnswerException("no videoId"));
        assertThat(byDefault(() -> 0).next(3, Duration.ZERO, odd)).isPresent();
        assertThat(byDefault(() -> 0).next(4, Duration.ZERO, odd)).isEmpty();
    }

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
