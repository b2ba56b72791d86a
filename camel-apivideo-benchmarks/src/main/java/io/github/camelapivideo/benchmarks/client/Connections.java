// SPDX-License-Identifier: Apache-2.0
package io.github.camelapivideo.benchmarks.client;

import io.github.camelapivideo.benchmarks.sink.Tls;
import io.github.camelapivideo.testsupport.PlainHttp;
import java.io.IOException;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;

/** The connections of the loops that use nothing but HttpClient. */
final class Connections {

    private Connections() {}

    private static SSLContext tls(Job job) throws IOException, GeneralSecurityException {
        return job.conscrypt() ? Tls.fastClient(job.trusted()) : Tls.client(job.trusted());
    }

    /** Opens as many connections to the job's sink as the job has lanes; the result closes them. */
    static PlainHttp open(Job job) throws IOException, GeneralSecurityException {
        PoolingHttpClientConnectionManagerBuilder builder = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(job.lanes())
                .setMaxConnTotal(job.lanes());
        if (job.trusted() != null) {
            builder.setTlsSocketStrategy(new DefaultClientTlsStrategy(tls(job)));
        }
        return new PlainHttp(job.service(), "aKey", builder.build());
    }
}
